/** The lines of Python by which predictions come here, as whoever trains writes them. */
export const howToLog = `import mlflow, pandas as pd

table = pd.DataFrame({"id": ids, "truth": y_test, "score": model.predict_proba(X_test)[:, 1]})
mlflow.log_table(table, artifact_file="predictions.json")`;
