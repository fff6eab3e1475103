import { findTaskFolder, listTasks, loadTask, loadTaskModules } from '@obey/catalog';
import { createRandom, plannedFaults, prepareTask, proofToken } from '@obey/prepare';
import { levels } from '@obey/schema';
import { describe, expect, it, vi } from 'vitest';
import { judgeRun, traceOf } from './judge-schedule.js';
import { taskPlans } from './task-plans.js';
import { fixedSecret, TaskWorld } from './task-world.js';

vi.setConfig({ testTimeout: 1_800_000 });

const full = process.env.OBEY_FULL === '1';

describe('conforming schedules of tasks, drawn from their partial order', () => {
  it('has plans of tasks that there are, one for each kind of construct', async () => {
    const tasks = await listTasks();
    expect(tasks.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(taskPlans)));
    const planned = tasks.filter(({ id }) => id in taskPlans).flatMap((task) => task.constructs);
    expect(
      ['forEach', 'parallel', 'if', 'try', 'aggregate', 'proof'].filter((one) => !planned.some((kind) => kind === one)),
    ).toEqual([]);
  });

  it.each(Object.entries(taskPlans))('%s: no finding on any of them', async (task, plan) => {
    const loaded = await loadTask(await findTaskFolder(task));
    const modules = await loadTaskModules(loaded);
    const count = full ? 1000 : 8;
    for (let number = 0; number < count; number += 1) {
      const secret = fixedSecret(`${task} ${number}`);
      const level = levels[number % (full ? levels.length : 2)] ?? 'easy';
      const prepared = prepareTask({ ...loaded, ...modules }, { seed: number, level, secret });
      const draw = createRandom(number, task, 'schedule');
      const world = new TaskWorld(prepared, draw);
      const end = plan(world, prepared, secret)(10);
      const slow = draw.pick([0, 1, 30, 300]);
      const lags = { workspace: slow * draw.real(), service: 0, harness: Math.min(20, slow) * draw.real() };
      world.record.delay(lags, () => draw.real());
      world.record.frame(Math.max(end, ...world.record.events.map((event) => event.end)), lags);
      const { scorecard } = await judgeRun({
        process: loaded.process,
        facts: prepared.facts,
        parameters: prepared.parameters,
        trace: traceOf(world.record.events),
        contents: world.record.contents,
        plannedFaults: await plannedFaults(loaded.process, prepared),
        token: (item) => proofToken(secret, item),
      });
      const { score, strict, findings, consequences, integrity } = scorecard;
      expect({ number, level, score, strict, found: [...findings, ...consequences, ...integrity] }).toEqual({
        ...{ number, level, score: 100, strict: true, found: [] },
      });
    }
  });
});
