"""Runs and what is logged of them."""

import math
import threading
import time

import mlflow
from mlflow.entities import Metric, Param, RunStatus, RunTag, ViewType

from cases import case, fresh, in_experiment, refused, same

client = mlflow.MlflowClient()


def keys_of(run_id):
    return client.get_run(run_id).data


@case("DS1 the experiment Default is there, and takes a run without a word")
def default_experiment():
    same(mlflow.get_experiment("0").name, "Default")
    with mlflow.start_run(experiment_id="0") as run:
        mlflow.log_metric("auc", 0.5)
    same(client.get_run(run.info.run_id).info.experiment_id, "0")


@case("DS1 runs stand within one another, and are found by their parent")
def nested_runs():
    experiment = in_experiment("nested")
    with mlflow.start_run(run_name="parent") as parent:
        for depth in range(3):
            with mlflow.start_run(nested=True, run_name=f"child {depth}"):
                mlflow.log_metric("depth", depth)
                with mlflow.start_run(nested=True, run_name=f"grandchild {depth}"):
                    mlflow.log_param("of", depth)
    children = client.search_runs(
        [experiment], f"tags.mlflow.parentRunId = '{parent.info.run_id}'", order_by=["metrics.depth DESC"]
    )
    same([run.info.run_name for run in children], ["child 2", "child 1", "child 0"])
    below = client.search_runs([experiment], f"tags.`mlflow.parentRunId` = '{children[0].info.run_id}'")
    same([run.data.params for run in below], [{"of": "2"}])
    same({run.info.status for run in children}, {"FINISHED"})


@case("DS1 parameters, metrics and tags go in batches and come back as they were given")
def batches():
    in_experiment("batches")
    with mlflow.start_run() as run:
        params = {f"p{n}": f"value {n}" for n in range(250)}
        metrics = {f"m{n}": n / 7 for n in range(1500)}
        tags = {f"t{n}": f"tag {n}" for n in range(120)}
        mlflow.log_params(params)
        mlflow.log_metrics(metrics, step=3)
        mlflow.set_tags(tags)
        mlflow.log_params({"text": "é ü 漢字 🙂 'quoted' \"twice\"", "empty": "", "none": None, "list": [1, 2]})
    data = keys_of(run.info.run_id)
    same({key: data.params[key] for key in params}, params)
    same(data.params["text"], "é ü 漢字 🙂 'quoted' \"twice\"")
    same((data.params["empty"], data.params["none"], data.params["list"]), ("", "None", "[1, 2]"))
    same(data.metrics, metrics)
    same({key: data.tags[key] for key in tags}, tags)


@case("DS1 a thousand points go as one batch, whose last ones are the run's")
def one_large_batch():
    run_id = client.create_run(in_experiment("large batch")).info.run_id
    points = [Metric(f"k{n % 10}", n * 1.5, 1_700_000_000_000 + n, n // 10) for n in range(800)]
    client.log_batch(
        run_id, points, [Param(f"p{n}", str(n)) for n in range(100)], [RunTag(f"t{n}", str(n)) for n in range(100)]
    )
    data = keys_of(run_id)
    same(data.metrics["k3"], 793 * 1.5)
    history = client.get_metric_history(run_id, "k3")
    same([(each.step, each.timestamp) for each in history][-2:], [(78, 1_700_000_000_783), (79, 1_700_000_000_793)])
    same(len(history), 80)
    same((len(data.params), data.tags["t99"]), (100, "99"))


@case("DS1 what is logged without waiting is all there after a flush")
def asynchronous():
    in_experiment("async")
    with mlflow.start_run() as run:
        for step in range(300):
            mlflow.log_metric("loss", 1 / (step + 1), step=step, synchronous=False)
        mlflow.log_params({f"p{n}": n for n in range(20)}, synchronous=False)
        mlflow.set_tag("kind", "async", synchronous=False)
        mlflow.flush_async_logging()
        same([each.step for each in client.get_metric_history(run.info.run_id, "loss")], list(range(300)))
        same(len(keys_of(run.info.run_id).params), 20)
        same(keys_of(run.info.run_id).tags["kind"], "async")


@case("DS1 a history of more than one page comes whole and in order")
def long_history():
    experiment = in_experiment("history")
    run_id = client.create_run(experiment).info.run_id
    for start in range(0, 27_000, 1000):
        client.log_batch(run_id, [Metric("loss", n, 1000 + n, n) for n in range(start, start + 1000)])
    history = client.get_metric_history(run_id, "loss")
    same(len(history), 27_000)
    same([each.value for each in history], [float(n) for n in range(27_000)])


@case("DS1 of one step the last moment counts, of one moment the highest value")
def last_point():
    experiment = in_experiment("last")
    run_id = client.create_run(experiment).info.run_id
    client.log_metric(run_id, "a", 5, timestamp=20, step=1)
    client.log_metric(run_id, "a", 9, timestamp=30, step=0)
    client.log_metric(run_id, "a", 3, timestamp=25, step=1)
    client.log_metric(run_id, "a", 4, timestamp=25, step=1)
    client.log_metric(run_id, "a", 4, timestamp=25, step=1)
    same(keys_of(run_id).metrics["a"], 4)
    same(len(client.get_metric_history(run_id, "a")), 4)
    client.log_metric(run_id, "b", 1, timestamp=1, step=-5)
    same(client.get_metric_history(run_id, "b")[0].step, -5)


@case("DS1 NaN stays NaN, infinities become the largest numbers")
def not_finite():
    in_experiment("not finite")
    with mlflow.start_run() as run:
        mlflow.log_metric("nan", math.nan)
        mlflow.log_metrics({"inf": math.inf, "minus": -math.inf, "small": 5e-324, "exact": 0.1 + 0.2})
    metrics = keys_of(run.info.run_id).metrics
    assert math.isnan(metrics["nan"])
    same((metrics["inf"], metrics["minus"]), (1.7976931348623157e308, -1.7976931348623157e308))
    same((metrics["small"], metrics["exact"]), (5e-324, 0.30000000000000004))
    assert math.isnan(client.get_metric_history(run.info.run_id, "nan")[0].value)


@case("DS1 a parameter is given once, and a mistake is told in the words of the protocol")
def refusals():
    experiment = in_experiment("refusals")
    run_id = client.create_run(experiment).info.run_id
    client.log_param(run_id, "a", 1)
    client.log_param(run_id, "a", 1)
    sentence = refused("INVALID_PARAMETER_VALUE", lambda: client.log_param(run_id, "a", 2))
    assert "Changing param values is not allowed" in sentence, sentence
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_run("0" * 32))
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_experiment("987654321"))
    refused("INVALID_PARAMETER_VALUE", lambda: client.search_runs([experiment], "metrics.a >> 1"))
    refused("INVALID_PARAMETER_VALUE", lambda: client.log_metric(run_id, "a/../b", 1))
    name = client.get_experiment(experiment).name
    refused("RESOURCE_ALREADY_EXISTS", lambda: client.create_experiment(name))
    client.log_param(run_id, "long", "x" * 7000)
    same(len(keys_of(run_id).params["long"]), 6000)
    same(mlflow.get_experiment_by_name("nobody made this"), None)


@case("DS1 a run that breaks is failed, one that is taken up again goes on")
def life_of_a_run():
    in_experiment("life")
    try:
        with mlflow.start_run(description="what it is for") as run:
            raise KeyError("in the middle of training")
    except KeyError:
        pass
    found = client.get_run(run.info.run_id)
    same(found.info.status, "FAILED")
    same(found.data.tags["mlflow.note.content"], "what it is for")
    with mlflow.start_run(run_id=run.info.run_id):
        same(client.get_run(run.info.run_id).info.status, "RUNNING")
        mlflow.log_metric("again", 1)
    client.update_run(run.info.run_id, status="KILLED", name="renamed")
    found = client.get_run(run.info.run_id)
    same((found.info.status, found.info.run_name), ("KILLED", "renamed"))
    same(found.data.tags["mlflow.runName"], "renamed")
    client.set_terminated(run.info.run_id, RunStatus.to_string(RunStatus.FINISHED), end_time=1_700_000_000_000)
    same(client.get_run(run.info.run_id).info.end_time, 1_700_000_000_000)
    client.delete_tag(run.info.run_id, "mlflow.note.content")
    assert "mlflow.note.content" not in keys_of(run.info.run_id).tags
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.delete_tag(run.info.run_id, "mlflow.note.content"))


@case("DS1 what is deleted is away until it is restored")
def delete_and_restore():
    experiment = in_experiment("delete")
    runs = [client.create_run(experiment).info.run_id for _ in range(3)]
    client.delete_run(runs[0])
    same({run.info.run_id for run in client.search_runs([experiment])}, set(runs[1:]))
    deleted = client.search_runs([experiment], run_view_type=ViewType.DELETED_ONLY)
    same([run.info.run_id for run in deleted], runs[:1])
    same(client.get_run(runs[0]).info.lifecycle_stage, "deleted")
    refused("INVALID_PARAMETER_VALUE", lambda: client.log_metric(runs[0], "a", 1))
    client.restore_run(runs[0])
    same(len(client.search_runs([experiment])), 3)
    name = client.get_experiment(experiment).name
    client.delete_experiment(experiment)
    same(client.get_experiment(experiment).lifecycle_stage, "deleted")
    refused("RESOURCE_ALREADY_EXISTS", lambda: client.create_experiment(name))
    same(len(client.search_runs([experiment], run_view_type=ViewType.ALL)), 3)
    client.restore_experiment(experiment)
    same(len(client.search_runs([experiment])), 3)
    client.rename_experiment(experiment, fresh("renamed"))
    assert client.get_experiment(experiment).name.startswith("renamed")


@case("DS1 tags of an experiment are set, searched by and taken away")
def experiment_tags():
    word = fresh("team")
    ids = [client.create_experiment(fresh("tagged"), tags={"team": word, "n": str(n)}) for n in range(5)]
    found = client.search_experiments(filter_string=f"tags.team = '{word}'", order_by=["experiment_id ASC"])
    same([each.experiment_id for each in found], ids)
    client.set_experiment_tag(ids[0], "n", "ten")
    same(client.get_experiment(ids[0]).tags["n"], "ten")
    pages, token = [], None
    while True:
        page = client.search_experiments(
            filter_string=f"tags.team = '{word}'", max_results=2, order_by=["name DESC"], page_token=token
        )
        pages.append(len(page))
        token = page.token
        if not token:
            break
    same(pages, [2, 2, 1])


@case("DS1 a search comes in pages, filtered and in the order that is asked for")
def search_pages():
    experiment = in_experiment("pages")
    for n in range(60):
        run = client.create_run(experiment, start_time=1000 + n, run_name=f"run {n:02}", tags={"kind": "ab"[n % 2]})
        client.log_batch(run.info.run_id, [Metric("auc", (n * 37 % 60) / 60, n, 0)], [Param("depth", str(n % 7))])
    found, token = [], None
    while True:
        page = client.search_runs(
            [experiment],
            "metrics.auc >= 0.25 AND tags.kind = 'a' and params.depth != '3' AND attributes.run_name LIKE 'run %'",
            order_by=["metrics.auc DESC", "start_time ASC"],
            max_results=7,
            page_token=token,
        )
        found += list(page)
        token = page.token
        if not token:
            break
    expected = [n for n in range(60) if n * 37 % 60 >= 15 and n % 2 == 0 and n % 7 != 3]
    expected.sort(key=lambda n: -(n * 37 % 60))
    same([run.info.run_name for run in found], [f"run {n:02}" for n in expected])
    table = mlflow.search_runs([experiment], "params.depth = '1'")
    same(len(table), len([n for n in range(60) if n % 7 == 1]))
    same(set(table["params.depth"]), {"1"})
    ids = [run.info.run_id for run in found[:3]]
    some = client.search_runs([experiment], "attributes.run_id IN ({})".format(", ".join(f"'{id}'" for id in ids)))
    same({run.info.run_id for run in some}, set(ids))


@case("DS1 beyond the client's own grammar: OR, NOT and parentheses")
def wider_grammar():
    experiment = in_experiment("wider")
    for n in range(6):
        run = client.create_run(experiment, start_time=n, run_name=str(n))
        client.log_metric(run.info.run_id, "n", n)
    found = client.search_runs([experiment], "(metrics.n < 2 OR metrics.n > 4) AND NOT metrics.n = 0", order_by=["metrics.n"])
    same([run.info.run_name for run in found], ["1", "5"])


@case("DS1 eight threads log at the same time, and nothing is lost")
def threads():
    experiment = in_experiment("threads")
    shared = client.create_run(experiment).info.run_id

    def log(worker):
        own = client.create_run(experiment, run_name=f"worker {worker}").info.run_id
        for n in range(25):
            client.log_metric(own, "own", n, step=n)
            client.log_metric(shared, "shared", worker, step=n)
            client.log_param(shared, f"p{worker}.{n}", n)

    workers = [threading.Thread(target=log, args=(worker,)) for worker in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    same(len(client.get_metric_history(shared, "shared")), 200)
    same(len(keys_of(shared).params), 200)
    for run in client.search_runs([experiment], "attributes.run_name LIKE 'worker %'"):
        same(len(client.get_metric_history(run.info.run_id, "own")), 25)


@case("DS1 the metrics of the machine are logged while a run goes on")
def system_metrics():
    in_experiment("system")
    mlflow.set_system_metrics_sampling_interval(0.2)
    mlflow.set_system_metrics_samples_before_logging(1)
    with mlflow.start_run(log_system_metrics=True) as run:
        until = time.time() + 15
        while time.time() < until:
            time.sleep(0.3)
            if any(key.startswith("system/") for key in keys_of(run.info.run_id).metrics):
                break
    metrics = keys_of(run.info.run_id).metrics
    assert 0 <= metrics["system/cpu_utilization_percentage"] <= 100
    assert metrics["system/system_memory_usage_megabytes"] > 0
