"""What the logger of PyTorch Lightning asks of the client of MLflow while a model is trained, in its order, for a recording.

Lightning brings PyTorch, which is too large for a test: these are the calls of its MLFlowLogger, made by themselves.
"""

import os
import sys
import tempfile

from mlflow import MlflowClient
from mlflow.entities import Metric, Param

client = MlflowClient(sys.argv[1])
name = "lightning_logs"
if client.get_experiment_by_name(name) is None:
    experiment = client.create_experiment(name, artifact_location=None)
run = client.create_run(experiment_id=experiment, tags={"mlflow.user": "eva", "mlflow.runName": "lit"})
id = run.info.run_id
params = {"lr": 0.001, "hidden/size": 64, "layers": "[1, 2]"}
client.log_batch(run_id=id, params=[Param(key=key, value=str(value)[:250]) for key, value in params.items()])
for step in range(0, 100, 50):
    metrics = {"train_loss_step": 1 / (step + 1), "epoch": step // 50, "lr-Adam": 0.001}
    client.log_batch(run_id=id, metrics=[Metric(key, float(value), 1_700_000_000_000 + step, step) for key, value in metrics.items()])
client.log_batch(run_id=id, metrics=[Metric("val_loss", float("nan"), 1_700_000_000_200, 99)])
with tempfile.TemporaryDirectory(prefix="test", suffix="test", dir=os.getcwd()) as folder:
    with open(f"{folder}/aliases.txt", "w") as file:
        file.write("['latest', 'best']")
    client.log_artifacts(id, folder, "model/checkpoints/epoch=1-step=100")
client.set_terminated(id, "FINISHED", end_time=1_700_000_009_000)
client.get_run(id)
client.search_runs([experiment], order_by=["metrics.train_loss_step ASC"])
