"""Files of runs, and data that runs were given."""

import hashlib
import os
import random
import tempfile

import mlflow
import numpy
import pandas
from mlflow.exceptions import MlflowException
from requests import HTTPError

from cases import case, in_experiment, same

client = mlflow.MlflowClient()


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@case("DS1 a large file goes and comes as one stream, the same to the last bit")
def large_file():
    in_experiment("large file")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "weights of the model.bin")
        block = random.Random(7).randbytes(1024 * 1024)
        with open(path, "wb") as file:
            for n in range(200):
                file.write(n.to_bytes(4, "big") + block)
        with mlflow.start_run() as run:
            mlflow.log_artifact(path, "big/of it")
        found = client.download_artifacts(run.info.run_id, "big/of it/weights of the model.bin", folder)
        same(sha256(found), sha256(path))
    same(
        [(each.path, each.file_size) for each in client.list_artifacts(run.info.run_id, "big/of it")],
        [("big/of it/weights of the model.bin", 200 * (1024 * 1024 + 4))],
    )


@case("DS1 a folder goes with everything in it, and is listed as it stands")
def folders():
    in_experiment("folders")
    names = ["a.txt", "deep/er/b.txt", "deep/c d é.txt", "empty.bin"]
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("" if name == "empty.bin" else f"this is {name}")
        with mlflow.start_run() as run:
            mlflow.log_artifacts(folder)
            mlflow.log_artifacts(folder, "again")
    id = run.info.run_id
    same(
        [(each.path, each.is_dir) for each in client.list_artifacts(id)],
        [("a.txt", False), ("again", True), ("deep", True), ("empty.bin", False)],
    )
    same([each.path for each in client.list_artifacts(id, "again/deep")], ["again/deep/c d é.txt", "again/deep/er"])
    with tempfile.TemporaryDirectory() as folder:
        found = mlflow.artifacts.download_artifacts(run_id=id, dst_path=folder)
        for name in names:
            same(sha256(os.path.join(found, name)), sha256(os.path.join(found, "again", name)))
        with open(os.path.join(found, "deep/er/b.txt"), encoding="utf-8") as file:
            same(file.read(), "this is deep/er/b.txt")


@case("DS1 texts, objects, figures, pictures and tables are logged and read back")
def helpers():
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    in_experiment("helpers")
    with mlflow.start_run() as run:
        mlflow.log_text("hello é", "notes/hello.txt")
        mlflow.log_dict({"a": [1, 2, {"b": None}]}, "object.json")
        mlflow.log_dict({"a": 1}, "object.yaml")
        figure, axes = pyplot.subplots()
        axes.plot([1, 3, 2])
        mlflow.log_figure(figure, "charts/line.png")
        mlflow.log_image(numpy.zeros((8, 8, 3), dtype=numpy.uint8), "black.png")
        mlflow.log_image(numpy.ones((8, 8, 3), dtype=numpy.uint8), key="steps", step=2)
        mlflow.log_table({"truth": [0, 1], "score": [0.25, 0.5]}, "predictions.json")
        mlflow.log_table(pandas.DataFrame({"truth": [1], "score": [0.75]}), "predictions.json")
    uri = run.info.artifact_uri
    same(mlflow.artifacts.load_text(f"{uri}/notes/hello.txt"), "hello é")
    same(mlflow.artifacts.load_dict(f"{uri}/object.json"), {"a": [1, 2, {"b": None}]})
    same(mlflow.artifacts.load_image(f"{uri}/black.png").size, (8, 8))
    table = mlflow.load_table("predictions.json", run_ids=[run.info.run_id])
    same((list(table["truth"]), list(table["score"])), ([0, 1, 1], [0.25, 0.5, 0.75]))
    assert len(client.list_artifacts(run.info.run_id, "images")) > 0


@case("DS1 a place that leads elsewhere is refused")
def elsewhere():
    in_experiment("elsewhere")
    with mlflow.start_run() as run:
        mlflow.log_text("kept", "a.txt")
    for path in ["../../etc/passwd", "/etc/passwd", "..%2f..%2fetc%2fpasswd", "..\\..\\windows", "%2e%2e/%2e%2e/secret"]:
        # The client hands on the refusal of the proxy as it came.
        try:
            found = client.list_artifacts(run.info.run_id, path)
        except (MlflowException, HTTPError) as error:
            assert "400" in str(error), error
        else:
            same(found, [])


@case("DS1 data that a run was given is named with it, and runs are found by it")
def dataset_inputs():
    experiment = in_experiment("inputs")
    frame = pandas.DataFrame({"x": [1.0, 2.0, 3.0], "y": [0, 1, 0]})
    train = mlflow.data.from_pandas(frame, source="https://example.com/train.csv", name="flights", targets="y")
    test = mlflow.data.from_numpy(numpy.arange(6).reshape(3, 2), name="held out")
    with mlflow.start_run() as run:
        mlflow.log_input(train, context="training")
        mlflow.log_input(test, context="test", tags={"split": "late"})
        mlflow.log_input(train, context="training")
    with mlflow.start_run():
        mlflow.log_input(test, context="test")
    inputs = client.get_run(run.info.run_id).inputs.dataset_inputs
    same(sorted(each.dataset.name for each in inputs), ["flights", "held out"])
    flights = next(each.dataset for each in inputs if each.dataset.name == "flights")
    same(flights.digest, train.digest)
    assert '"num_rows": 3' in flights.profile, flights.profile
    assert "mlflow_colspec" in flights.schema
    same(mlflow.data.get_source(flights).load.__name__, "load")
    for filter, count in [
        ("datasets.name = 'flights'", 1),
        ("dataset.name LIKE 'held%'", 2),
        (f"dataset.digest = '{train.digest}'", 1),
        ("dataset.context = 'test'", 2),
        ("dataset.context = 'training' AND dataset.name = 'flights'", 1),
    ]:
        same((filter, len(client.search_runs([experiment], filter))), (filter, count))
