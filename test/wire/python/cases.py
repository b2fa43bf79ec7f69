"""What a module of cases is written with."""

import uuid

_cases = []


def case(title, client=None):
    """Names a function as a case. `client` is the major version that alone can do it; the suite reads both from the source."""

    def keep(run):
        _cases.append((title, client, run))
        return run

    return keep


def chosen_for(major):
    return [(title, run) for title, client, run in _cases if client is None or client == major]


def fresh(word):
    """A name that no other walk on the same server uses."""
    return f"{word} {uuid.uuid4().hex[:8]}"


def in_experiment(word):
    """A new experiment, set as the one that runs go to; answers its id."""
    import mlflow

    return mlflow.set_experiment(fresh(word)).experiment_id


def refused(code, ask):
    """`ask` must be refused with this error code of the protocol; answers the sentence."""
    from mlflow.exceptions import MlflowException

    try:
        ask()
    except MlflowException as error:
        assert error.error_code == code, f"{error.error_code} instead of {code}: {error}"
        return str(error)
    raise AssertionError(f"it was not refused with {code}")


def same(found, expected):
    assert found == expected, f"found {found!r}, expected {expected!r}"
