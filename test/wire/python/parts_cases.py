"""Large files in parts and in ranges, and what a registered version stands on."""

import hashlib
import os
import random
import tempfile
from contextlib import contextmanager

import mlflow
import pandas
import requests
from mlflow.models import infer_signature, set_signature
from sklearn.linear_model import LinearRegression

from cases import case, fresh, in_experiment, same

client = mlflow.MlflowClient()
major = int(mlflow.__version__.split(".")[0])
mega = 1024 * 1024


@contextmanager
def said(**variables):
    """The client reads its settings from the surroundings, at every call."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update({name: str(value) for name, value in variables.items()})
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@contextmanager
def watched():
    """What the client asks of the server meanwhile: (method, path, headers that were sent, status)."""
    seen = []
    send = requests.Session.send

    def watch(session, request, **more):
        answer = send(session, request, **more)
        seen.append((request.method, request.path_url.split("?")[0], dict(request.headers), answer.status_code))
        return answer

    requests.Session.send = watch
    try:
        yield seen
    finally:
        requests.Session.send = send


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def large_file(folder):
    """Of 23 megabytes, of which the last part is a short one."""
    path = os.path.join(folder, "weights é.bin")
    with open(path, "wb") as file:
        file.write(random.Random(9).randbytes(23 * mega + 17))
    return path


in_parts = {
    "MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD": "true",
    "MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE": 6 * mega,
    "MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE": 5 * mega,
}
in_ranges = {
    "MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD": "true",
    "MLFLOW_MULTIPART_DOWNLOAD_MINIMUM_FILE_SIZE": 6 * mega,
    "MLFLOW_MULTIPART_DOWNLOAD_CHUNK_SIZE": 5 * mega,
}


@case("DS1 a large file goes in parts where the client is told so, the same to the last bit")
def upload_in_parts():
    in_experiment("parts")
    with tempfile.TemporaryDirectory() as folder, said(**in_parts), watched() as seen, mlflow.start_run() as run:
        path = large_file(folder)
        mlflow.log_artifact(path, "deep/er")
        small = os.path.join(folder, "small.bin")
        with open(small, "wb") as file:
            file.write(b"small")
        mlflow.log_artifact(small, "deep/er")
        parts = [(method, status) for method, at, _, status in seen if "/mpu-parts/" in at]
        same(parts, [("PUT", 200)] * 5)
        for act in ["create", "complete"]:
            same([status for _, at, _, status in seen if f"/mpu/{act}/" in at], [200])
        same(len([at for _, at, _, _ in seen if "/mpu/abort/" in at]), 0)
        found = client.download_artifacts(run.info.run_id, "deep/er", os.path.join(tempfile.mkdtemp(dir=folder)))
        same(sha256(os.path.join(found, "weights é.bin")), sha256(path))
        same(sorted(os.listdir(found)), ["small.bin", "weights é.bin"])


@case("DS1 an upload in parts that fails is given up, and leaves nothing")
def given_up():
    in_experiment("given up")
    send = requests.Session.send

    def lose(session, request, **more):
        if request.path_url.split("?")[0].endswith("/3") and "/mpu-parts/" in request.path_url:
            request.headers["x-peil-token"] = "lost on the way"
        return send(session, request, **more)

    requests.Session.send = lose
    try:
        with tempfile.TemporaryDirectory() as folder, said(**in_parts), mlflow.start_run() as run:
            try:
                mlflow.log_artifact(large_file(folder))
            except Exception as error:
                assert "404" in str(error) or "part" in str(error), error
            else:
                raise AssertionError("a part was lost, and nobody said so")
    finally:
        requests.Session.send = send
    same(client.list_artifacts(run.info.run_id), [])


@case("DS1 a large file comes in ranges that are fetched side by side, the same to the last bit", client=3)
def download_in_ranges():
    in_experiment("ranges")
    with tempfile.TemporaryDirectory() as folder, said(**in_ranges):
        path = large_file(folder)
        with mlflow.start_run() as run:
            mlflow.log_artifact(path)
        with watched() as seen:
            found = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path=os.path.basename(path))
        same(sha256(found), sha256(path))
        ranges = sorted(
            (headers.get("Range") or headers.get("range"), status)
            for _, at, headers, status in seen
            if "/presigned-files/" in at
        )
        whole = 23 * mega + 17
        expected = [(f"bytes={start}-{min(start + 5 * mega, whole) - 1}", 206) for start in range(0, whole, 5 * mega)]
        same(ranges, sorted(expected))


def logs(model, run_frame, name, **more):
    named = {"name": "model"} if major > 2 else {"artifact_path": "model"}
    return mlflow.sklearn.log_model(model, registered_model_name=name, **named, **more)


@case("DS4 a model that is logged and registered twice in one run is two versions, each as it was")
def twice_in_a_run():
    in_experiment("twice")
    name = fresh("twice")
    frame = pandas.DataFrame({"x": [0.0, 1.0, 2.0]})
    models = [LinearRegression().fit(frame, [0, by, 2 * by]) for by in (1, 3)]
    with mlflow.start_run():
        for model in models:
            logs(model, frame, name)
    for version, by in [("1", 1), ("2", 3)]:
        loaded = mlflow.pyfunc.load_model(f"models:/{name}/{version}")
        assert abs(loaded.predict(frame)[2] - 2 * by) < 1e-9, (version, loaded.predict(frame))
        same(mlflow.sklearn.load_model(f"models:/{name}/{version}").coef_[0].round(6), by)


@case("DS4 a signature that is set afterwards is of the run, and of the next version")
def signature_afterwards():
    in_experiment("afterwards")
    name = fresh("afterwards")
    frame = pandas.DataFrame({"x": [0.0, 1.0, 2.0]})
    model = LinearRegression().fit(frame, [0, 1, 2])
    with mlflow.start_run() as run:
        info = logs(model, frame, name)
    set_signature(info.model_uri, infer_signature(frame, model.predict(frame)))
    assert mlflow.models.get_model_info(info.model_uri).signature is not None
    assert mlflow.models.get_model_info(f"models:/{name}/1").signature is None
    mlflow.register_model(info.model_uri, name)
    assert mlflow.models.get_model_info(f"models:/{name}/2").signature is not None
    client.set_registered_model_alias(name, "champion", "2")
    same(list(mlflow.pyfunc.load_model(f"models:/{name}@champion").predict(frame).round(6)), [0, 1, 2])
    copied = client.copy_model_version(f"models:/{name}/1", fresh("copied"))
    assert mlflow.models.get_model_info(f"models:/{copied.name}/{copied.version}").signature is None
    same(client.get_model_version(name, "1").run_id, run.info.run_id)
