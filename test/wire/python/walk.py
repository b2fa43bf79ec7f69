"""Walks the cases of some modules with the unmodified client and tells what became of each, as one line of JSON each.

python walk.py ADDRESS MODULE...
"""

import importlib
import json
import os
import sys
import traceback
import warnings

from cases import chosen_for


def main(address, modules):
    warnings.filterwarnings("ignore")
    # Whatever a library prints goes where it does not mix with what is told.
    told = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def tell(outcome):
        told.write(json.dumps(outcome) + "\n")
        told.flush()

    import mlflow

    mlflow.set_tracking_uri(address)
    for name in modules:
        importlib.import_module(name)
    for title, run in chosen_for(int(mlflow.__version__.split(".")[0])):
        try:
            run()
            tell({"title": title, "failed": None})
        except BaseException:
            tell({"title": title, "failed": traceback.format_exc(limit=-12)})
        finally:
            while mlflow.active_run():
                mlflow.end_run()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
