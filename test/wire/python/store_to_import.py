"""Fills a store of MLflow as its users do who have deleted things and measured models, for the import to bring.

python store_to_import.py STORE [ARTIFACTS]
"""

import math
import sys
import tempfile
from pathlib import Path

import mlflow
from mlflow import MlflowClient
from mlflow.entities import LoggedModelInput, LoggedModelOutput, Metric


def measured(model_id, key, value, step=0, data=("", "")):
    name, digest = data
    named = {"dataset_name": name, "dataset_digest": digest} if name else {}
    return Metric(key, value, 1_700_000_000_000 + step, step, model_id=model_id, **named)


def log_model(client, run, name):
    model = client.create_logged_model(run.info.experiment_id, name=name, source_run_id=run.info.run_id)
    with tempfile.TemporaryDirectory() as folder:
        weights = Path(folder) / "weights.txt"
        weights.write_text(f"of {name}")
        client.log_model_artifact(model.model_id, str(weights))
    client.finalize_logged_model(model.model_id, "READY")
    client.log_outputs(run.info.run_id, [LoggedModelOutput(model.model_id, step=7)])
    return model.model_id


def experiment_with_a_run(client, name, artifacts):
    experiment = client.create_experiment(name, artifact_location=artifacts and f"{artifacts}/{name}")
    run = client.create_run(experiment, run_name=f"of {name}")
    client.log_param(run.info.run_id, "depth", "3")
    client.log_batch(run.info.run_id, metrics=[Metric("loss", 1 / (step + 1), 1, step) for step in range(3)])
    client.log_text(run.info.run_id, f"notes of {name}", "notes/readme.txt")
    return experiment, run


def main(store, artifacts):
    mlflow.set_tracking_uri(store)
    client = MlflowClient()
    _, run = experiment_with_a_run(client, "kept", artifacts)
    empty = client.create_run(run.info.experiment_id, run_name="empty and deleted")
    client.set_terminated(empty.info.run_id, "KILLED")
    client.delete_run(empty.info.run_id)

    kept, gone = log_model(client, run, "kept"), log_model(client, run, "gone")
    other = client.create_run(run.info.experiment_id, run_name="measures what another has made")
    loose = client.create_logged_model(run.info.experiment_id, name="loose").model_id
    client.finalize_logged_model(loose, "READY")
    client.log_batch(
        run.info.run_id,
        metrics=[
            measured(kept, "auc", 0.8, step=0),
            measured(kept, "auc", 0.9, step=1),
            measured(kept, "auc", 0.7, step=2, data=("flights", "d1")),
            measured(kept, "loss_of_model", math.nan),
            measured(kept, "zero", 0.0),
            measured(gone, "auc", 0.5),
        ],
    )
    client.log_inputs(other.info.run_id, models=[LoggedModelInput(kept), LoggedModelInput(gone)])
    client.log_batch(other.info.run_id, metrics=[measured(kept, "auc", 0.6), measured(loose, "top", math.inf)])
    client.set_terminated(run.info.run_id)
    client.set_terminated(other.info.run_id)
    client.delete_logged_model(gone)

    experiment, run = experiment_with_a_run(client, "given up", artifacts)
    model = log_model(client, run, "of what was given up")
    client.log_batch(run.info.run_id, metrics=[measured(model, "auc", 0.4)])
    client.set_terminated(run.info.run_id)
    client.delete_experiment(experiment)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
