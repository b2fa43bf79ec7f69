import { readBinaryScenario } from './binary-scenario.ts';
import type { ValueModel } from './contract.ts';
import { likelyDraw } from './estimate.ts';
import { findBinaryBreakEven, findMulticlassBreakEven, findRegressionBreakEven } from './find-break-even.ts';
import { readMulticlassScenario } from './multiclass-scenario.ts';
import { readRegressionScenario } from './regression-scenario.ts';
import type { BreakEven, Verdict } from './result-contract.ts';
import type { RivalKind, Scenario } from './scenario.ts';
import { judgeBinary, judgeMulticlass, judgeRegression } from './verdict.ts';

type Judge = (question: Parameters<typeof judgeBinary>[0]) => Verdict;

/** A scenario with the two answers that differ by task. */
export interface Reading {
  scenario: Scenario;
  breakEven: BreakEven;
  judge: Judge;
}

export function readModel(model: ValueModel): Reading {
  switch (model.task) {
    case 'binary': {
      const scenario = readBinaryScenario(model);
      const draw = likelyDraw(scenario.inputs);
      const judge: Judge = (question) => judgeBinary(question, scenario.figures(draw), scenario.isFull(draw));
      return { scenario, breakEven: findBinaryBreakEven(scenario, draw), judge };
    }
    case 'multiclass': {
      const scenario = readMulticlassScenario(model);
      const breakEven = findMulticlassBreakEven(model, scenario, likelyDraw(scenario.inputs));
      const judge: Judge = (question) =>
        judgeMulticlass(question, pickRival(breakEven.against, question.against).accuracy);
      return { scenario, breakEven, judge };
    }
    case 'regression': {
      const scenario = readRegressionScenario(model);
      const breakEven = findRegressionBreakEven(model, scenario, likelyDraw(scenario.inputs));
      const judge: Judge = (question) => {
        const sigma = pickRival(breakEven.against, question.against).sigmaAtBestQuantile;
        return judgeRegression(question, { sigma, unit: model.unit });
      };
      return { scenario, breakEven, judge };
    }
  }
}

function pickRival<Entry extends { rival: RivalKind }>(entries: readonly Entry[], rival: RivalKind): Entry {
  const entry = entries.find((candidate) => candidate.rival === rival);
  if (entry === undefined) throw new RangeError(`The value model has no baseline "${rival}".`);
  return entry;
}
