// The writing side of trace-recorder.bench.mjs: node trace-recorder-writer.mjs <directory> many|rewrite|pairs <count> [ms|port]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory, work, count, detail] = process.argv.slice(2);
const total = Number(count);
const clock = () => performance.timeOrigin + performance.now();
const written = [];
const pause = new Int32Array(new SharedArrayBuffer(4));

const write = (path, text) => {
  writeFileSync(join(directory, path), text);
  written.push({ path, at: clock() });
};

const works = {
  /** Half into the top directory, half into new directories of ten files; spread over one second. */
  many: () => {
    const began = clock();
    for (let index = 0; index < total; index += 1) {
      const group = `d${Math.floor(index / 20)}`;
      if (index % 20 === 0) mkdirSync(join(directory, group, 'deep'), { recursive: true });
      const folder = index % 2 === 0 ? '' : index % 4 === 1 ? `${group}/` : `${group}/deep/`;
      write(`${folder}f${index}.json`, `{"n":${index}}`);
      const ahead = began + (index * 1000) / total - clock();
      if (ahead > 2) Atomics.wait(pause, 0, 0, ahead);
    }
  },
  rewrite: () => {
    for (let index = 0, next = 0; index < total; index += 1) {
      while (clock() < next) Atomics.wait(pause, 0, 0, 0.2);
      write('same.json', `{"version":${index}}`);
      next = clock() + Number(detail);
    }
  },
  pairs: async () => {
    for (let index = 0; index < total; index += 1) {
      write(`p${index}.txt`, `written before request ${index}`);
      await (await fetch(`http://127.0.0.1:${detail}/p${index}.txt`)).text();
    }
  },
};

await works[work]();
process.send(written, () => process.exit(0));
