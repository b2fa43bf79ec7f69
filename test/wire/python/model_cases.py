"""Models that libraries learn, logged by themselves and loaded back."""

import mlflow
import numpy
import pandas
from mlflow.models import infer_signature
from sklearn.datasets import make_classification, make_regression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV

from cases import case, fresh, in_experiment, same

client = mlflow.MlflowClient()
major = int(mlflow.__version__.split(".")[0])


def classes():
    features, truth = make_classification(n_samples=300, n_features=6, random_state=4)
    return pandas.DataFrame(features, columns=[f"x{n}" for n in range(6)]), truth


def log_model(flavor, model, name, **more):
    """The one argument that the two clients call differently."""
    return flavor.log_model(model, **({"name": name} if major > 2 else {"artifact_path": name}), **more)


def loads_back(run_id, predict, features):
    expected = predict(features)
    for path in ["model"]:
        loaded = mlflow.pyfunc.load_model(f"runs:/{run_id}/{path}")
        assert numpy.allclose(numpy.asarray(loaded.predict(features)).ravel(), numpy.asarray(expected).ravel())
        assert loaded.metadata.signature is not None


@case("DS1 autolog of scikit-learn keeps parameters, metrics and the model, which predicts the same when loaded")
def sklearn_autolog():
    in_experiment("sklearn")
    features, truth = classes()
    mlflow.sklearn.autolog(log_input_examples=True)
    try:
        with mlflow.start_run() as run:
            model = LogisticRegression(max_iter=200, C=0.5).fit(features, truth)
            model.score(features, truth)
    finally:
        mlflow.sklearn.autolog(disable=True)
    found = client.get_run(run.info.run_id)
    same((found.data.params["C"], found.data.params["max_iter"]), ("0.5", "200"))
    assert 0.5 < found.data.metrics["training_accuracy_score"] <= 1
    same([each.tags[0].value for each in found.inputs.dataset_inputs][:1], ["train"])
    loads_back(run.info.run_id, model.predict, features)
    again = mlflow.sklearn.load_model(f"runs:/{run.info.run_id}/model")
    same(list(again.predict(features)), list(model.predict(features)))


@case("DS1 autolog of a grid search makes a run of each try")
def grid_search():
    experiment = in_experiment("grid")
    features, truth = classes()
    mlflow.sklearn.autolog(max_tuning_runs=None)
    try:
        with mlflow.start_run() as run:
            search = GridSearchCV(LogisticRegression(max_iter=200), {"C": [0.01, 0.1, 1]}, cv=2).fit(features, truth)
    finally:
        mlflow.sklearn.autolog(disable=True)
    children = client.search_runs([experiment], f"tags.mlflow.parentRunId = '{run.info.run_id}'")
    same({each.data.params["C"] for each in children}, {"0.01", "0.1", "1"})
    same(client.get_run(run.info.run_id).data.params["best_C"], str(search.best_params_["C"]))


@case("DS1 autolog of XGBoost keeps each round and the model, which predicts the same when loaded")
def xgboost_autolog():
    import xgboost

    in_experiment("xgboost")
    features, truth = classes()
    mlflow.xgboost.autolog()
    try:
        with mlflow.start_run() as run:
            data = xgboost.DMatrix(features, label=truth)
            options = {"objective": "binary:logistic", "max_depth": 3, "eval_metric": "logloss"}
            model = xgboost.train(options, data, num_boost_round=12, evals=[(data, "train")], verbose_eval=False)
    finally:
        mlflow.xgboost.autolog(disable=True)
    same(client.get_run(run.info.run_id).data.params["max_depth"], "3")
    history = client.get_metric_history(run.info.run_id, "train-logloss")
    same([each.step for each in history], list(range(12)))
    assert history[-1].value < history[0].value
    loads_back(run.info.run_id, lambda each: model.predict(xgboost.DMatrix(each)), features)
    assert any("feature_importance" in each.path for each in client.list_artifacts(run.info.run_id))


@case("DS1 autolog of LightGBM keeps each round and the model, which predicts the same when loaded")
def lightgbm_autolog():
    import lightgbm

    in_experiment("lightgbm")
    features, truth = classes()
    mlflow.lightgbm.autolog()
    try:
        with mlflow.start_run() as run:
            data = lightgbm.Dataset(features, label=truth)
            options = {"objective": "binary", "num_leaves": 7, "verbosity": -1, "num_threads": 1}
            model = lightgbm.train(options, data, num_boost_round=12, valid_sets=[data], valid_names=["train"])
    finally:
        mlflow.lightgbm.autolog(disable=True)
    same(client.get_run(run.info.run_id).data.params["num_leaves"], "7")
    same(len(client.get_metric_history(run.info.run_id, "train-binary_logloss")), 12)
    loads_back(run.info.run_id, model.predict, features)


class Doubles(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input["x"] * (params or {}).get("by", 2)


@case("DS1 a model of one's own goes with its example and its files, and is loaded with its parameters")
def own_model():
    in_experiment("own")
    frame = pandas.DataFrame({"x": [1.0, 2.0]})
    signature = infer_signature(frame, frame["x"], params={"by": 2})
    with mlflow.start_run() as run:
        named = {"name": "doubles"} if major > 2 else {"artifact_path": "doubles"}
        info = mlflow.pyfunc.log_model(python_model=Doubles(), signature=signature, input_example=frame, **named)
    loaded = mlflow.pyfunc.load_model(info.model_uri)
    same(list(loaded.predict(frame, params={"by": 5})), [5.0, 10.0])
    same(mlflow.models.get_model_info(info.model_uri).signature, signature)
    same(mlflow.models.Model.load(f"runs:/{run.info.run_id}/doubles").run_id, run.info.run_id)


@case("DS1 an evaluation of a classifier leaves its metrics and pictures with the run")
def evaluate_classifier():
    in_experiment("evaluate")
    features, truth = classes()
    model = LogisticRegression(max_iter=200).fit(features, truth)
    with mlflow.start_run() as run:
        info = log_model(mlflow.sklearn, model, "model", signature=infer_signature(features, model.predict(features)))
        result = mlflow.models.evaluate(
            info.model_uri,
            features.assign(truth=truth),
            targets="truth",
            model_type="classifier",
            evaluators="default",
            evaluator_config={"log_model_explainability": False},
        )
    found = client.get_run(run.info.run_id)
    same(found.data.metrics["accuracy_score"], result.metrics["accuracy_score"])
    assert "roc_auc" in found.data.metrics
    assert "confusion_matrix.png" in [each.path for each in client.list_artifacts(run.info.run_id)]


@case("DS1 an evaluation of a regression over a table of predictions")
def evaluate_regression():
    in_experiment("evaluate table")
    features, truth = make_regression(n_samples=80, n_features=2, random_state=1)
    table = pandas.DataFrame({"truth": truth, "told": truth + 1})
    with mlflow.start_run() as run:
        mlflow.models.evaluate(data=table, targets="truth", predictions="told", model_type="regressor")
    found = client.get_run(run.info.run_id)
    assert abs(found.data.metrics["mean_absolute_error"] - 1) < 1e-9
    same(len(features), 80)


@case("DS1 a logged model stands by itself: parameters, metrics by data, searched and ordered", client=3)
def logged_models():
    experiment = in_experiment("logged")
    features, truth = classes()
    frame = mlflow.data.from_pandas(features.assign(truth=truth), name="late flights", targets="truth")
    ids = []
    for n in range(4):
        with mlflow.start_run():
            model = LogisticRegression(C=n + 1).fit(features, truth)
            info = mlflow.sklearn.log_model(model, name=f"try {n}", params={"C": n + 1}, tags={"odd": str(n % 2)})
            mlflow.log_metric("auc", n / 10, model_id=info.model_id, dataset=frame)
            ids.append(info.model_id)

    def search(filter, **more):
        found = mlflow.search_logged_models([experiment], filter, output_format="list", **more)
        return [each.name for each in found]

    by_auc = [{"field_name": "metrics.auc", "ascending": False}]
    same(search("metrics.auc >= 0.1", order_by=by_auc), ["try 3", "try 2", "try 1"])
    same(search("params.C = '2'"), ["try 1"])
    same(search("tags.odd = '1' AND name LIKE 'try%'", order_by=by_auc), ["try 3", "try 1"])
    same(search("metrics.auc >= 0.1", datasets=[{"dataset_name": "nothing of the sort"}]), [])
    same(
        sorted(search("metrics.auc >= 0.2", datasets=[{"dataset_name": "late flights", "dataset_digest": frame.digest}])),
        ["try 2", "try 3"],
    )
    same(len(search("", max_results=3)), 3)
    found = mlflow.get_logged_model(ids[2])
    same((found.status.name, found.params["C"], found.metrics[0].value), ("READY", "3", 0.2))
    client.set_logged_model_tags(ids[2], {"seen": "yes"})
    same(mlflow.get_logged_model(ids[2]).tags["seen"], "yes")
    client.delete_logged_model_tag(ids[2], "seen")
    assert "seen" not in mlflow.get_logged_model(ids[2]).tags
    client.delete_logged_model(ids[0])
    same(len(search("")), 3)
    loaded = mlflow.sklearn.load_model(f"models:/{ids[3]}")
    same(list(loaded.predict(features)), list(model.predict(features)))


@case("DS1 a model made outside a run is finished by hand", client=3)
def external_model():
    experiment = in_experiment("external")
    model = mlflow.create_external_model(name=fresh("external").replace(" ", "-"), params={"kind": "agent"})
    same(mlflow.get_logged_model(model.model_id).status.name, "READY")
    begun = mlflow.initialize_logged_model(name="begun", tags={"a": "b"})
    same(mlflow.get_logged_model(begun.model_id).status.name, "PENDING")
    mlflow.finalize_logged_model(begun.model_id, "FAILED")
    same(mlflow.get_logged_model(begun.model_id).status.name, "FAILED")
    same(mlflow.get_logged_model(begun.model_id).experiment_id, experiment)
