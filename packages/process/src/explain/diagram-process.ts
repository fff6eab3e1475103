import type { Facts, ParameterValues } from '@obey/schema';
import type { Block, Node, Process } from '../ast.js';
import { mermaidLabel } from './mermaid-label.js';
import { numberNodes } from './number-nodes.js';
import { phraseCondition } from './phrase-expression.js';
import { phraseEvent } from './phrase-matcher.js';
import { times, type Wording } from './wording.js';

export interface DiagramOptions {
  readonly facts?: Facts;
  /** Told with their values. */
  readonly parameters?: ParameterValues;
}

/** Ways out of a part of the diagram: the vertex, and the words on the line that leaves it. */
interface Exit {
  readonly from: string;
  readonly label?: string;
}

/** Where lines enter a part of the diagram, and where they leave it. */
interface Ends {
  readonly entries: readonly string[];
  readonly exits: readonly Exit[];
}

/**
 * A process as a Mermaid flowchart, from top to bottom: steps are boxes, decisions are diamonds, and loops, parallel parts,
 * error paths and procedures are frames. Vertices are numbered as in `explainProcess`, and labels are escaped, so that any
 * text may stand in a process.
 */
export function diagramProcess(process: Process, { facts, parameters }: DiagramOptions = {}): string {
  return new Diagram({ process, numbers: numberNodes(process), facts, parameters, variables: [] }).whole();
}

class Diagram {
  readonly #wording: Wording;
  readonly #lines: string[] = [];
  readonly #edges: string[] = [];
  #count = 0;
  #depth = 1;

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  whole(): string {
    const { nodes, procedures } = this.#wording.process;
    this.#line('begin([begin])');
    this.#line('finish([end])');
    const { entries, exits } = this.#block(nodes);
    this.#connect([{ from: 'begin' }], entries);
    this.#connect(exits, ['finish']);
    for (const { name, params, do: block } of procedures.values()) {
      const given = params.length === 0 ? '' : ` of ${params.map((param) => param.name).join(', ')}`;
      this.#frame(`procedure ${name}${given}`, () => this.#block(block));
    }
    return `flowchart TD\n${[...this.#lines, ...this.#edges].join('\n')}\n`;
  }

  #block(block: Block): Ends {
    let ends: Ends | undefined;
    for (const node of block) {
      const next = this.#node(node);
      if (ends !== undefined) this.#connect(ends.exits, next.entries);
      ends = { entries: ends?.entries ?? next.entries, exits: next.exits };
    }
    return ends ?? this.#alone(this.#vertex('([', 'nothing', '])'));
  }

  #node(node: Node): Ends {
    const number = this.#wording.numbers.get(node.id) ?? '';
    const named = (text: string) => `${number} ${text}`;
    switch (node.type) {
      case 'step': {
        const words = node.says === undefined ? node.step : `${node.step}: ${node.says}`;
        return this.#alone(this.#vertex('[', named(words), ']'));
      }
      case 'forEach': {
        const mode = { parallel: ', all in parallel', sequential: ', one after another', any: '' }[node.mode];
        const unit = { request: 'a request', call: 'a tool call', agent: 'a subagent', artifact: '' }[node.unit];
        const each = unit === '' ? '' : `, ${unit} of its own for each`;
        const words = named(`for each ${node.variable} in ${node.list.source}${mode}${each}`);
        return this.#frame(words, () => this.#block(node.do));
      }
      case 'parallel':
        return this.#frame(named('at the same time'), () => {
          const branches = node.branches.map((branch) => this.#block(branch));
          return {
            entries: branches.flatMap(({ entries }) => entries),
            exits: branches.flatMap(({ exits }) => exits),
          };
        });
      case 'if': {
        const test = this.#vertex('{', named(`${phraseCondition(node.condition.source, this.#wording)}?`), '}');
        const taken = this.#block(node.whenTrue);
        this.#connect([{ from: test, label: 'yes' }], taken.entries);
        if (node.whenFalse.length === 0)
          return { entries: [test], exits: [...taken.exits, { from: test, label: 'no' }] };
        const other = this.#block(node.whenFalse);
        this.#connect([{ from: test, label: 'no' }], other.entries);
        return { entries: [test], exits: [...taken.exits, ...other.exits] };
      }
      case 'repeat':
        return this.#frame(named(`repeat, at most ${times(node.max)}`), () => {
          const test = this.#vertex('{', `${phraseCondition(node.while.source, this.#wording)}?`, '}');
          const body = this.#block(node.do);
          this.#connect([{ from: test, label: 'yes' }], body.entries);
          this.#connect(body.exits, [test]);
          return { entries: [test], exits: [{ from: test, label: 'no' }] };
        });
      case 'try':
        return this.#frame(named('try'), () => this.#try(node));
      case 'call':
        return this.#alone(this.#vertex('[[', named(`procedure ${node.procedure}`), ']]'));
    }
  }

  #try({ body, on, retry, do: recovery, otherwise }: Extract<Node, { type: 'try' }>): Ends {
    const tried = this.#block(body);
    const fault = this.#vertex('{', `${phraseEvent(on, this.#wording)}?`, '}');
    this.#connect(tried.exits, [fault]);
    if (retry !== undefined) {
      const where = retry.where === undefined ? '' : ` where ${retry.where.source}`;
      const again = `yes${where}, at most ${times(retry.max)}`;
      if (recovery.length === 0) this.#connect([{ from: fault, label: again }], tried.entries);
      else {
        const repair = this.#block(recovery);
        this.#connect([{ from: fault, label: again }], repair.entries);
        this.#connect(repair.exits, tried.entries);
      }
    }
    const well: Exit = { from: fault, label: 'no' };
    if (otherwise.length === 0) return { entries: tried.entries, exits: [well] };
    const instead = this.#block(otherwise);
    this.#connect([{ from: fault, label: retry === undefined ? 'yes' : 'yes, and no more attempts' }], instead.entries);
    return { entries: tried.entries, exits: [well, ...instead.exits] };
  }

  #frame(title: string, inside: () => Ends): Ends {
    this.#count += 1;
    this.#line(`subgraph f${this.#count}["${mermaidLabel(title)}"]`);
    this.#depth += 1;
    const ends = inside();
    this.#depth -= 1;
    this.#line('end');
    return ends;
  }

  #vertex(open: string, text: string, close: string): string {
    this.#count += 1;
    this.#line(`n${this.#count}${open}"${mermaidLabel(text)}"${close}`);
    return `n${this.#count}`;
  }

  #alone(vertex: string): Ends {
    return { entries: [vertex], exits: [{ from: vertex }] };
  }

  #connect(exits: readonly Exit[], entries: readonly string[]): void {
    for (const { from, label } of exits) {
      const line = label === undefined ? '-->' : `-->|"${mermaidLabel(label)}"|`;
      for (const entry of entries) this.#edges.push(`  ${from} ${line} ${entry}`);
    }
  }

  #line(text: string): void {
    this.#lines.push(`${'  '.repeat(this.#depth)}${text}`);
  }
}
