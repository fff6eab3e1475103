import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellPaths } from './shell-paths.js';

const base = { root: '/home/agent/w', cwd: '/home/agent/w' };

describe('shellPaths', () => {
  it.each<[string, string[], string[]]>([
    ['cat input/states.json', ['input/states.json'], []],
    ['cat Makefile', ['Makefile'], []],
    ['sleep 1 && cat in.txt', ['in.txt'], []],
    ['cat /home/agent/w/in.txt /etc/hosts', ['in.txt', '/etc/hosts'], []],
    ['cd sub && cat a.txt > ../out/b.txt', ['sub/a.txt'], ['out/b.txt']],
    ['(cd sub; cat a.txt); cat b.txt', ['sub/a.txt', 'b.txt'], []],
    ['date +%s.%N > a.start; sleep 1; echo A >> log.txt 2>&1', [], ['a.start', 'log.txt']],
    ['jq -r ".[].slug" input/states.json | tee work/slugs.txt', ['input/states.json'], ['work/slugs.txt']],
    ['cp a.txt b.txt', ['a.txt'], ['b.txt']],
    ["sed -i 's/a.b/c/' notes.md", ['notes.md'], ['notes.md']],
    ['curl -s http://127.0.0.1:80/states/ohio -o work/ohio.html', [], ['work/ohio.html']],
    ['for s in a b; do cat "input/$s.json" > work/$s.json; done', ['input/*.json'], ['work/*.json']],
    ['wc -w < chapter.txt', ['chapter.txt'], []],
    ['echo "see input/states.json" > note', [], ['note']],
    ['python3 -c "import json; print(json.load(open(\'input/states.json\')))"', ['input/states.json'], []],
    ["python3 -c \"open('out/a.json', 'w').write('x')\"", [], ['out/a.json']],
    ['node -e \'require("fs").writeFileSync("work/a.json", "x")\'', [], ['work/a.json']],
    ["python3 -c \"open(f'work/{s}.json', 'w')\"", [], ['work/*.json']],
    [
      "python3 - <<'EOF' > log.txt\nopen('input/a.json')\nEOF\ncat after.txt",
      ['input/a.json', 'after.txt'],
      ['log.txt'],
    ],
    ["cat > notes.md <<'EOF'\nread input/a.json please\nEOF", [], ['notes.md']],
    ["cat <<'A' > one.txt; cat two.txt\ninput/x.json\nA", ['two.txt'], ['one.txt']],
    ['bash -c "cat inner.txt"', ['inner.txt'], []],
    ['x=$(cat nested.txt); echo $x', ['nested.txt'], []],
    ['diff <(sort a.txt) <(sort b.txt)', ['a.txt', 'b.txt'], []],
    ['node solve.mjs --input=input/a.json', ['solve.mjs', 'input/a.json'], []],
    ['./run.sh', ['run.sh'], []],
    ['cat my\\ file.txt "other file.txt"', ['my file.txt', 'other file.txt'], []],
    ['cat missing.txt # input/comment.json', ['missing.txt'], []],
    ['ls input; rm work/old.json; mkdir -p work/x', [], []],
    ['touch work/done', [], ['work/done']],
    ['cat x 2>/dev/null', ['x'], []],
    ['exit 3', [], []],
    ['', [], []],
  ])('%s', (command, reads, writes) => {
    const paths = shellPaths(command, base);
    expect([...paths.reads].sort()).toEqual([...reads].sort());
    expect([...paths.writes].sort()).toEqual([...writes].sort());
  });

  it('never fails and never takes long, whatever the command', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '`',
      '$(',
      ')',
      '<<',
      'EOF',
      '\n',
      '>',
      '&',
      '|',
      '\\',
      'a/b',
      ' ',
      '${',
      '<(',
      '#',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 }), (pieces) => {
        const { reads, writes } = shellPaths(pieces.join(''), base);
        expect(reads.length + writes.length).toBeLessThan(2001);
      }),
      { numRuns: 2000 },
    );
  });
});
