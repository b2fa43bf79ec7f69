import { expect, test } from 'vitest';
import { readPackages } from './read-packages.ts';

test('DS1 packages are read from what clients log: pip, conda, locks and renv', () => {
  const pip =
    'mlflow==3.17.2\n# made by pip\nScikit_Learn==1.7.2  # pinned\n-e .\nnumpy[all]==2.1.0 ; python_version > "3"\npandas\n';
  expect(Object.fromEntries(readPackages('model/requirements.txt', pip))).toEqual({
    mlflow: '3.17.2',
    'scikit-learn': '1.7.2',
    numpy: '2.1.0',
    pandas: '',
  });
  const conda =
    'channels:\n- conda-forge\ndependencies:\n- python=3.12.1\n- pip<=24\n- pip:\n  - xgboost==2.1.1\nname: mlflow-env\n';
  expect(Object.fromEntries(readPackages('conda.yaml', conda))).toEqual({ python: '3.12.1', xgboost: '2.1.1' });
  expect(
    Object.fromEntries(readPackages('python_env.yaml', 'python: 3.12.1\ndependencies:\n- -r requirements.txt\n')),
  ).toEqual({
    python: '3.12.1',
  });
  const uv =
    'version = 1\n\n[[package]]\nname = "numpy"\nversion = "2.1.0"\n\n[[package]]\nname = "Peil_Kit"\nsource = { editable = "." }\n';
  expect(Object.fromEntries(readPackages('uv.lock', uv))).toEqual({ numpy: '2.1.0', 'peil-kit': '' });
  expect(Object.fromEntries(readPackages('renv.lock', '{"Packages":{"mlr3":{"Version":"0.20"}}}'))).toEqual({
    mlr3: '0.20',
  });
  expect(readPackages('renv.lock', '{"Packages":').size).toBe(0);
});
