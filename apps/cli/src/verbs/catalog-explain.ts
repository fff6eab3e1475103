import type { Command } from 'commander';
import { type CommandContext, printJson } from '../command-context.js';
import { taskName } from '../parse-values.js';
import { jsonOption } from '../verb-options.js';

interface ExplainOptions {
  readonly prose?: true;
  readonly diagram?: true;
  readonly json?: true;
}

/** `obey catalog explain`: a task's process as prose and as a diagram. */
export function catalogExplainVerb(catalog: Command, context: CommandContext): void {
  catalog
    .command('explain')
    .description("explain a task's process, as prose and as a Mermaid diagram")
    .argument('<task>', 'a built-in task or the folder of one')
    .option('--prose', 'the prose alone')
    .option('--diagram', 'the diagram alone, as Mermaid reads it')
    .addOption(jsonOption())
    .action(async (name: string, { prose, diagram, json }: ExplainOptions) => {
      const [{ resolveTask }, { diagramProcess, explainProcess }] = await Promise.all([
        import('@obey/catalog'),
        import('@obey/process'),
      ]);
      const { task, process } = await resolveTask(taskName(name, context.directory));
      const explained = { prose: explainProcess(process), diagram: diagramProcess(process) };
      if (json) return await printJson(context, { task: task.id, ...explained });
      const isBoth = prose === diagram;
      const parts = [
        ...(prose || isBoth ? [explained.prose] : []),
        ...(diagram || isBoth ? [isBoth ? `\`\`\`mermaid\n${explained.diagram}\`\`\`\n` : explained.diagram] : []),
      ];
      await context.stdout.write(parts.join('\n'));
    });
}
