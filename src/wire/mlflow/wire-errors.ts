import type { AppError } from '../../platform/errors/app-error.ts';

export interface WireError {
  status: number;
  error_code: string;
  message: string;
}

/** The protocol's names for what goes wrong, by our status. */
const byStatus: Readonly<Record<number, [status: number, code: string]>> = {
  400: [400, 'INVALID_PARAMETER_VALUE'],
  401: [401, 'UNAUTHENTICATED'],
  403: [403, 'PERMISSION_DENIED'],
  404: [404, 'RESOURCE_DOES_NOT_EXIST'],
  // Clients know no conflict here: what stands in the way is a parameter that cannot be used.
  409: [400, 'INVALID_PARAMETER_VALUE'],
  413: [413, 'INVALID_PARAMETER_VALUE'],
  415: [400, 'BAD_REQUEST'],
  416: [416, 'INVALID_PARAMETER_VALUE'],
  422: [400, 'INVALID_PARAMETER_VALUE'],
  423: [403, 'PERMISSION_DENIED'],
  429: [429, 'REQUEST_LIMIT_EXCEEDED'],
  501: [501, 'NOT_IMPLEMENTED'],
  503: [503, 'TEMPORARILY_UNAVAILABLE'],
};

const byCode: Readonly<Record<string, [status: number, code: string]>> = {
  'registry.model_exists': [400, 'RESOURCE_ALREADY_EXISTS'],
  'tracking.experiment_exists': [400, 'RESOURCE_ALREADY_EXISTS'],
};

export function asWireError(error: AppError): WireError {
  const [status, error_code] = byCode[error.code] ?? byStatus[error.status] ?? [400, 'BAD_REQUEST'];
  return { status, error_code, message: error.text('en') };
}
