// The largest instance of every task: each in a process of its own, so that memory is that task's.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { listTasks, loadTask, loadTaskModules } from '@obey/catalog';
import { prepareTask } from '@obey/prepare';

const runs = 3;
const secret = '5f'.repeat(32);

/** Seconds (median) and megabytes (peak of the whole process) that preparing takes. */
async function prepareHere(folder) {
  const loaded = await loadTask(folder);
  const modules = await loadTaskModules(loaded);
  const seconds = [];
  for (let seed = 1; seed <= runs; seed += 1) {
    const started = performance.now();
    prepareTask({ ...loaded, ...modules }, { seed, level: 'elite', secret });
    seconds.push((performance.now() - started) / 1000);
  }
  const [, middle] = seconds.sort((a, b) => a - b);
  return { seconds: middle, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function prepareApart(folder) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--task', folder]);
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`preparing ${folder} ended with ${code}`)));
  });
}

/** Time and memory of preparing the largest instance of the task that takes most of each. */
export async function measure() {
  const measured = [];
  for (const { id, folder } of await listTasks()) measured.push({ id, ...(await prepareApart(folder)) });
  const most = (name) => measured.reduce((worst, one) => (one[name] > worst[name] ? one : worst));
  const [slowest, largest] = [most('seconds'), most('megabytes')];
  return [
    {
      what: `prepare the largest instance, slowest of ${measured.length} tasks (${slowest.id})`,
      value: slowest.seconds,
      unit: 's',
      most: 5,
    },
    {
      what: `peak memory of it, highest of ${measured.length} tasks (${largest.id})`,
      value: largest.megabytes,
      unit: 'MB',
      most: 500,
    },
  ];
}

const [option, folder] = process.argv.slice(2);
if (option === '--task') {
  process.send(await prepareHere(folder));
  process.disconnect();
}
