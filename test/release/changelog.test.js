import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { released, tells, unreleased } from '../../.ci/release/changelog.js';
import { CHANGELOG } from './small-project.js';

const OURS = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

test('the section Unreleased becomes the version’s, with its date, and there is a new, empty Unreleased', () => {
  assert.equal(
    released(CHANGELOG, '0.2.0', '2026-11-27'),
    CHANGELOG.replace('## Unreleased\n', '## Unreleased\n\n## [0.2.0] - 2026-11-27\n'),
  );
});

test('the section Unreleased ends where the last version begins', () => {
  assert.equal(unreleased(CHANGELOG), '### Added\n\n- Something.');
  assert.equal(unreleased('# Changelog\n\n## [0.1.0] - 2026-11-01\n\n- The beginning.\n'), '');
});

test('headings do not count as entries', () => {
  assert.ok(tells(unreleased(CHANGELOG)));
  assert.ok(!tells(unreleased(released(CHANGELOG, '0.2.0', '2026-11-27'))));
  assert.ok(!tells('### Added\n\n### Removed\n'));
});

test('our own CHANGELOG has a section Unreleased', () => {
  assert.notEqual(released(OURS, '9.9.9', '2026-11-27'), OURS);
});

test('no text is lost, for any content', () => {
  const line = fc.string({ unit: fc.constantFrom('a', '$', '&', '`', '-', ' ', '[', ']') });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const section = lines.map((text) => `- ${text}`).join('\n');
      const before = `# Changelog\n\n## [Unreleased]\n\n${section}\n\n## [0.1.0] - 2026-11-01\n`;
      const after = released(before, '0.2.0', '2026-11-27');
      assert.equal(after.replace('\n\n## [0.2.0] - 2026-11-27', ''), before);
      assert.equal(unreleased(before), section.trim());
    }),
  );
});
