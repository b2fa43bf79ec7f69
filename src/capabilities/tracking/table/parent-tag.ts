/** By which clients say of what run another is a part. */
export const parentTag = 'mlflow.parentRunId';
