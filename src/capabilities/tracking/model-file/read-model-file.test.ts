import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readModelFile, readRequirements } from './read-model-file.ts';

/** As a client of 3.17 writes it. */
const written = `
flavors:
  python_function:
    env:
      conda: conda.yaml
    loader_module: mlflow.sklearn
    python_version: 3.11.7
  sklearn:
    code: null
    pickled_model: model.skops
    sklearn_version: 1.9.1
mlflow_version: 3.17.2
model_size_bytes: 10843
saved_input_example_info:
  artifact_path: input_example.json
signature:
  inputs: '[{"type": "double", "name": "distance", "required": true}, {"type": "string", "name": "name", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: '[{"name": "by", "default": 2, "shape": null, "type": "long"}, {"name": "words", "default": ["a"], "shape": [-1], "type": "string"}]'
utc_time_created: '2026-11-30 09:59:09.664984'
`;

test('DS1 a model says which columns it takes and gives, by which libraries, and with what it was made', () => {
  const column = { isRequired: true, default: null };
  expect(readModelFile(parse(written))).toEqual({
    flavors: [
      {
        name: 'python_function',
        settings: [
          { key: 'env', value: '{"conda":"conda.yaml"}' },
          { key: 'loader_module', value: 'mlflow.sklearn' },
          { key: 'python_version', value: '3.11.7' },
        ],
      },
      {
        name: 'sklearn',
        settings: [
          { key: 'pickled_model', value: 'model.skops' },
          { key: 'sklearn_version', value: '1.9.1' },
        ],
      },
    ],
    signature: {
      inputs: [
        { ...column, name: 'distance', type: 'double' },
        { ...column, name: 'name', type: 'string', isRequired: false },
      ],
      outputs: [{ ...column, name: null, type: 'int64 [?]' }],
      params: [
        { name: 'by', type: 'long', isRequired: false, default: '2' },
        { name: 'words', type: 'string[]', isRequired: false, default: '["a"]' },
      ],
    },
    inputExample: 'input_example.json',
    mlflowVersion: '3.17.2',
    pythonVersion: '3.11.7',
    madeAt: '2026-11-30 09:59:09.664984',
    size_bytes: 10_843,
  });
});

test.each([
  ['{"type":"tensor","tensor-spec":{"dtype":"float32","shape":[-1,28,28]}}', 'float32 [? × 28 × 28]'],
  ['{"type":"array","items":{"type":"array","items":{"type":"string"}}}', 'string[][]'],
  ['{"type":"map","values":{"type":"string"}}', '{*: string}'],
  ['{"type":"object","properties":{"a":{"type":"long"},"b":{"type":"any"}}}', '{a: long, b: any}'],
  [`${'{"type":"array","items":'.repeat(40)}{"type":"long"}${'}'.repeat(40)}`, '…[][][][][][]'],
  ['{}', '?'],
])('DS1 a column that is made of others is written with signs: %s', (inputs, type) => {
  const { signature } = readModelFile({ signature: { inputs: `[${inputs}]` } });
  expect(signature?.inputs.map((column) => column.type)).toEqual([type]);
});

test.each([
  null,
  'a text',
  [],
  { flavors: 3, signature: 'x', model_size_bytes: '1', mlflow_version: { a: 1 } },
  { flavors: null, signature: { inputs: '[', outputs: '{}', params: null }, saved_input_example_info: [] },
])('DS1 whatever else stands there is not told', (content) => {
  expect(readModelFile(content)).toEqual({
    flavors: [],
    signature: null,
    inputExample: null,
    mlflowVersion: null,
    pythonVersion: null,
    madeAt: null,
    size_bytes: null,
  });
});

test('DS1 packages are told without what is no package', () => {
  expect(
    readRequirements('# made by hand\n--index-url https://x\nmlflow==3.17.2  # pinned\n\n-r more.txt\nnumpy\n'),
  ).toEqual(['mlflow==3.17.2', 'numpy']);
});
