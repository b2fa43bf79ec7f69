import type { CheckOutcome } from '../check-contract.ts';
import { atMost, missing, outcomeOf } from './judge-figure.ts';
import type { Judging } from './measured.ts';

const [someRepeated, manyRepeated] = [0.01, 0.1];

/** What the contract found in this version, and what names a row more than once. Without a contract nobody has said what is valid. */
export function judgeValidity({ measured }: Judging): CheckOutcome {
  const { contract, rows, repeatedRows, repeatedKeys } = measured;
  const repeated =
    rows === 0
      ? []
      : [
          atMost({
            key: 'repeated_rows',
            value: repeatedRows / rows,
            unit: 'share',
            warnAt: someRepeated,
            failAt: manyRepeated,
          }),
        ];
  const keys =
    repeatedKeys === null ? [] : [atMost({ key: 'repeated_keys', value: repeatedKeys, unit: 'rows', failAt: 0 })];
  if (contract === null) return outcomeOf('validity', [...repeated, ...keys], [missing('no_contract')]);
  const figures = [
    atMost({ key: 'rules_failed', value: contract.fail, unit: 'none', failAt: 0 }),
    atMost({ key: 'rules_warned', value: contract.warn, unit: 'none', warnAt: 0 }),
    ...repeated,
    ...keys,
  ];
  return outcomeOf('validity', figures, contract.notAssessed > 0 ? [missing('contract_not_assessed')] : []);
}
