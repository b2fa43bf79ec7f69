"""The late flights with scikit-learn, logged by the client of MLflow as it is and measured by Peil.

    pip install mlflow scikit-learn
    python train.py http://127.0.0.1:4500 ID_OF_THE_PROBLEM

The id stands in the address of the problem's page. In a team, give an API token as MLFLOW_TRACKING_TOKEN.
"""

import io
import os
import subprocess
import sys
import time

import mlflow
import pandas
import requests
from sklearn.ensemble import HistGradientBoostingClassifier

peil, problem = sys.argv[1:]
session = requests.Session()
if token := os.environ.get("MLFLOW_TRACKING_TOKEN"):
    session.headers["Authorization"] = f"Bearer {token}"


def ask(method, path, **more):
    answer = session.request(method, f"{peil}/api/problems/{problem}/{path}", **more)
    answer.raise_for_status()
    return answer


# The flights, from the version that the team has judged: up to 10 March to learn from, the rest to test on.
dataset = ask("GET", "datasets").json()["datasets"][0]
version = f"dataset-versions/{dataset['latest']['id']}"
flights = pandas.read_parquet(io.BytesIO(ask("GET", f"{version}/files/0").content))
flights["part"] = flights["part_of_day"].map({"morning": 0, "afternoon": 1, "evening": 2})
fields = ["distance_mi", "station_late_2h", "origin_late_2h", "part"]
# Where nothing had landed in the two hours before, nothing was late.
flights[fields] = flights[fields].fillna(0).astype("float64")
learning, test = flights[flights["departed"] < "2001-03-11"], flights[flights["departed"] >= "2001-03-11"]

mlflow.set_tracking_uri(peil)
mlflow.set_experiment("late-flights/scikit-learn")
mlflow.set_experiment_tag("peil.problem", problem)
mlflow.sklearn.autolog()


def train(variant, learning, test, features):
    """One run: autolog keeps parameters, metrics and the model; what Peil asks beside that are the lines below."""
    with mlflow.start_run(run_name=f"scikit-learn, {variant}", tags={"peil.variant": variant}) as run:
        given = mlflow.data.from_pandas(learning[[*features, "late"]], source=f"{peil}/{version}", targets="late")
        mlflow.log_input(given, context="training")
        mlflow.log_text(subprocess.run(["git", "diff", "HEAD"], capture_output=True, text=True).stdout, "git.diff")
        model = HistGradientBoostingClassifier(max_iter=40, max_depth=3, learning_rate=0.2, random_state=0)
        model.fit(learning[features], learning["late"])
        # Crew is called in for at most one in ten of the flights that are in time.
        in_time = learning[learning["late"] == 0]
        threshold = float(pandas.Series(model.predict_proba(in_time[features])[:, 1]).quantile(0.9))
        mlflow.log_param("threshold", threshold)
        predicted = test[["flight", "late", "part_of_day"]].rename(columns={"flight": "id", "late": "truth"})
        predicted["score"] = model.predict_proba(test[features])[:, 1]
        mlflow.log_table(predicted, "predictions.json")
    return run.info, threshold


def evaluate(run, threshold, **more):
    """Peil counts the predictions itself, and says what they are worth."""
    asked = {"artifact": "predictions.json", "columns": {"segments": ["part_of_day"]}, "split": "test", **more}
    evaluation = ask("POST", f"runs/{run.run_id}/evaluations", json={**asked, "threshold": threshold}).json()
    while evaluation["state"] in ("waiting", "running"):
        time.sleep(0.2)
        evaluation = ask("GET", f"evaluations/{evaluation['id']}").json()
    print(f"{run.run_name}: {evaluation['sentence'] or evaluation['failure']['message']}")


evaluate(*train("All flights", learning, test, fields))
late_in_the_day = [rows[rows["part_of_day"] == "evening"] for rows in (learning, test)]
evaluate(*train("Evening", *late_in_the_day, fields[:3]), segment="Departed after 18:00")
