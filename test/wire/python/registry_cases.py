"""Models by name, their versions, aliases and stages; prompts."""

import time

import mlflow
import pandas
from sklearn.linear_model import LinearRegression

from cases import case, fresh, in_experiment, refused, same
from model_cases import log_model

client = mlflow.MlflowClient()
frame = pandas.DataFrame({"x": [0.0, 1.0, 2.0]})


def slopes(name, count):
    """Versions 1 to `count` of a model, each told apart by what it predicts: its own number."""
    in_experiment("registry")
    for slope in range(1, count + 1):
        with mlflow.start_run():
            model = LinearRegression(fit_intercept=False).fit(frame, frame["x"] * slope)
            log_model(mlflow.sklearn, model, "model", registered_model_name=name)


def slope_of(uri):
    return round(float(mlflow.pyfunc.load_model(uri).predict(pandas.DataFrame({"x": [1.0]}))[0]))


@case("DS4 versions are loaded by number, by alias and as the latest")
def by_alias():
    name = fresh("Flights")
    slopes(name, 3)
    client.set_registered_model_alias(name, "champion", "2")
    same(slope_of(f"models:/{name}@champion"), 2)
    same(slope_of(f"models:/{name}/1"), 1)
    same(slope_of(f"models:/{name}/latest"), 3)
    client.set_registered_model_alias(name, "champion", "3")
    same(client.get_model_version_by_alias(name, "champion").version, "3")
    same(client.get_model_version(name, "2").aliases, [])
    same(client.get_registered_model(name).aliases, {"champion": "3"})
    client.delete_registered_model_alias(name, "champion")
    refused("INVALID_PARAMETER_VALUE", lambda: client.get_model_version_by_alias(name, "champion"))
    refused("INVALID_PARAMETER_VALUE", lambda: client.set_registered_model_alias(name, "latest", "1"))


@case("DS4 stages move versions, archive others and are loaded by")
def by_stage():
    name = fresh("Staged")
    slopes(name, 2)
    client.transition_model_version_stage(name, "1", "Production")
    same(slope_of(f"models:/{name}/Production"), 1)
    client.transition_model_version_stage(name, "2", "production", archive_existing_versions=True)
    same(slope_of(f"models:/{name}/Production"), 2)
    same(client.get_model_version(name, "1").current_stage, "Archived")
    same([each.version for each in client.get_latest_versions(name, ["Production"])], ["2"])
    refused("INVALID_PARAMETER_VALUE", lambda: client.transition_model_version_stage(name, "1", "Nowhere"))


@case("DS4 models and versions are described, tagged, searched and renamed")
def described():
    name, word = fresh("Described"), fresh("team")
    client.create_registered_model(name, tags={"team": word}, description="what it is for")
    refused("RESOURCE_ALREADY_EXISTS", lambda: client.create_registered_model(name))
    slopes(name, 3)
    time.sleep(0.01)
    client.set_model_version_tag(name, "2", "checked", "yes")
    client.update_model_version(name, "2", description="the second")
    same(client.get_model_version(name, "2").tags, {"checked": "yes"})
    same(client.get_model_version(name, "2").description, "the second")
    found = client.search_model_versions(f"name = '{name}'")
    same([each.version for each in found], ["2", "3", "1"])  # what changed last comes first
    found = client.search_model_versions(f"name = '{name}' AND tags.checked = 'yes'")
    same([each.version for each in found], ["2"])
    run_id = client.get_model_version(name, "3").run_id
    same([each.version for each in client.search_model_versions(f"run_id = '{run_id}'")], ["3"])
    same([each.name for each in client.search_registered_models(f"tags.team = '{word}'")], [name])
    same([each.name for each in client.search_registered_models(f"name ILIKE '{name[:-2].upper()}%'")], [name])
    client.set_registered_model_tag(name, "owner", "eva")
    client.delete_registered_model_tag(name, "team")
    same(client.get_registered_model(name).tags, {"owner": "eva"})
    client.update_registered_model(name, "anew")
    renamed = fresh("Renamed")
    client.rename_registered_model(name, renamed)
    same(client.get_registered_model(renamed).description, "anew")
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_registered_model(name))
    same(slope_of(f"models:/{renamed}/2"), 2)


@case("DS4 what is deleted is gone, and its number is never given again")
def deleted():
    name = fresh("Deleted")
    slopes(name, 2)
    client.delete_model_version(name, "2")
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_model_version(name, "2"))
    slopes(name, 1)
    same(sorted(each.version for each in client.search_model_versions(f"name = '{name}'")), ["1", "3"])
    client.delete_registered_model(name)
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_registered_model(name))
    same(list(client.search_model_versions(f"name = '{name}'")), [])


@case("DS4 a model of a run is registered afterwards, and a version is copied to another name")
def registered_afterwards():
    in_experiment("afterwards")
    name = fresh("Afterwards")
    with mlflow.start_run() as run:
        model = LinearRegression(fit_intercept=False).fit(frame, frame["x"] * 7)
        log_model(mlflow.sklearn, model, "model")
    version = mlflow.register_model(f"runs:/{run.info.run_id}/model", name, tags={"by": "hand"})
    same((version.version, client.get_model_version(name, "1").tags), ("1", {"by": "hand"}))
    same(client.get_model_version(name, "1").run_id, run.info.run_id)
    copied = client.copy_model_version(f"models:/{name}/1", fresh("Copied"))
    same(slope_of(f"models:/{copied.name}/1"), 7)
    refused(
        "INVALID_PARAMETER_VALUE",
        lambda: client.create_model_version(name, "file:///etc/", await_creation_for=0),
    )


@case("DS4 models come in pages, by name or by when they changed")
def pages():
    word = fresh("page")
    names = [f"{word} {n}" for n in range(7)]
    for name in names:
        client.create_registered_model(name)
    found, token = [], None
    while True:
        page = client.search_registered_models(
            f"name LIKE '{word}%'", max_results=3, order_by=["name DESC"], page_token=token
        )
        found += [each.name for each in page]
        token = page.token
        if not token:
            break
    same(found, names[::-1])
    client.update_registered_model(names[4], "changed last")
    newest = client.search_registered_models(f"name LIKE '{word}%'", order_by=["last_updated_timestamp DESC"])
    same(newest[0].name, names[4])


@case("DS4 prompts are registered, changed, found by alias, and are no models")
def prompts():
    genai = mlflow.genai if hasattr(mlflow, "genai") and hasattr(mlflow.genai, "register_prompt") else mlflow
    name = fresh("prompt").replace(" ", "-")
    genai.register_prompt(name=name, template="Hello {{who}}", commit_message="first", tags={"lang": "en"})
    genai.register_prompt(name=name, template="Dear {{who}}")
    same(genai.load_prompt(f"prompts:/{name}/1").template, "Hello {{who}}")
    same(genai.load_prompt(f"prompts:/{name}/2").format(who="Eva"), "Dear Eva")
    genai.set_prompt_alias(name, "live", 1)
    same(int(genai.load_prompt(f"prompts:/{name}@live").version), 1)
    assert name not in [each.name for each in client.search_registered_models(max_results=1000)]
    genai.delete_prompt_alias(name, "live")
