import { applicableDeviations, explainProcess, parseProcessYaml } from '@obey/process';

const source = `
facts: { states: { key: slug } }
process:
  - forEach: state in states
    mode: parallel
    do:
      - step: collect
        says: Write down the governor of {state.name}.
        started: { requested: "GET /states/{state.slug}" }
        done: { wrote: "work/{state.slug}.json" }
`;

/** One process, told in prose and asked how it can be disobeyed. */
export function readProcess() {
  const process = parseProcessYaml(source, { file: 'process.yaml' });
  return { prose: explainProcess(process), deviations: applicableDeviations(process) };
}
