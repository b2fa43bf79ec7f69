import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField } from '../../platform/endpoint/text-field.ts';
import { moment, personField, problemParams } from './shared-contract.ts';

export const namingRuleSchema = z
  .object({
    id: z.string(),
    pattern: z.string().meta({ description: '* stands for any characters, ? for one; capitals do not matter' }),
    createdBy: personField,
    createdAt: moment('When it was written'),
  })
  .meta({ id: 'NamingRule' });

const params = problemParams.extend({ ruleId: idField.meta({ description: 'Id of the rule' }) });

export const listNamingRules = defineEndpoint({
  id: 'listNamingRules',
  method: 'GET',
  path: '/api/problems/:problemId/naming-rules',
  permission: 'problem.read',
  summary: 'By which names experiments and models that are made belong to this problem without a tag.',
  params: problemParams,
  answer: z.object({ rules: z.array(namingRuleSchema) }),
  cli: { command: 'naming-rule list' },
});

export const addNamingRule = defineEndpoint({
  id: 'addNamingRule',
  method: 'POST',
  path: '/api/problems/:problemId/naming-rules',
  permission: 'run.log',
  summary:
    'Says under which names what is made belongs to this problem, such as `late-flights/*`. Of two rules the more specific counts; for what waits in the inbox it is a proposal.',
  params: problemParams,
  body: z.strictObject({
    pattern: lineField({ min: 1, max: 200 }).meta({ description: '* stands for any characters, ? for one' }),
  }),
  answer: namingRuleSchema,
  status: 201,
  cli: { command: 'naming-rule add' },
});

export const removeNamingRule = defineEndpoint({
  id: 'removeNamingRule',
  method: 'DELETE',
  path: '/api/problems/:problemId/naming-rules/:ruleId',
  permission: 'run.log',
  summary: 'Removes a naming rule; what it has brought to the problem stays there.',
  params,
  answer: z.object({ id: z.string(), pattern: z.string() }),
  cli: { command: 'naming-rule remove' },
});
