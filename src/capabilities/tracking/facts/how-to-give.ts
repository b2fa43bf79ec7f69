import type { Lack } from './six-facts.ts';

/** How each is given from Python, with the client as it is. */
export const howToGive: Readonly<Record<Lack, string>> = {
  notEnded: 'mlflow.end_run()  # or: with mlflow.start_run(): ...',
  failed: 'with mlflow.start_run(): ...  # run it again until it is done',
  noStart: 'mlflow.start_run()',
  noMetric: 'mlflow.log_metric("auc", auc)',
  onlyNotANumber: 'mlflow.log_metric("auc", auc)',
  noModel: 'mlflow.sklearn.log_model(model, name="model")  # or: mlflow.autolog()',
  modelNotReady: 'mlflow.sklearn.log_model(model, name="model")',
  noParam: 'mlflow.log_params(model.get_params())  # none at all: mlflow.set_tag("peil.hyperparameters", "none")',
  noData: 'mlflow.log_input(mlflow.data.from_pandas(rows, name="<data set>@<version>"), context="training")',
  unknownData: 'mlflow.log_input(mlflow.data.from_pandas(rows, name="<data set>@<version>"), context="training")',
  noCommit: 'mlflow.set_tag("mlflow.source.git.commit", subprocess.getoutput("git rev-parse HEAD"))',
  changesUnknown:
    'mlflow.log_text(subprocess.run(["git", "diff", "HEAD"], capture_output=True, text=True).stdout, "git.diff")',
  changesLost:
    'mlflow.log_text(subprocess.run(["git", "diff", "HEAD"], capture_output=True, text=True).stdout, "git.diff")',
  noEnvironment: 'mlflow.log_text(subprocess.getoutput("pip freeze"), "requirements.txt")',
};
