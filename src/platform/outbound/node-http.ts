/**
 * Node's own client for HTTP. It is not imported: an `import` of node:http reads every name it exports, and three of
 * those load the whole of `fetch`, which an idle server would keep in memory (14 MB on Node 24).
 */
export const { request: requestHttp, Agent: HttpAgent } = process.getBuiltinModule('node:http');
