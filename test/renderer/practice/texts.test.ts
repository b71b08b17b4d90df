import { describe, expect, it } from 'vitest';
import { checkExternalLink } from '../../../electron/engine/external-links.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { zh } from '../../../renderer/i18n/zh.ts';
import { checkSourceOf, checkSources } from '../../../renderer/practice/check-sources.ts';
import { apiCheckIds, tokenCheckIds } from '../../../shared/practice-check.ts';
import { answerFaultSchema } from '../../../shared/practice-fault-schema.ts';

const checks = [...tokenCheckIds, ...apiCheckIds];

describe('the words about practice Coze', () => {
  it('explain every check in both languages', () => {
    for (const { practiceChecks } of [en, zh]) {
      for (const name of checks) {
        expect([name, practiceChecks[name].title.trim()]).not.toEqual([name, '']);
        expect([name, practiceChecks[name].says.length > 10]).toEqual([name, true]);
      }
      expect(Object.keys(practiceChecks).toSorted()).toEqual([...new Set<string>(checks)].toSorted());
    }
  });

  it('name a source for every check, which may be opened in the browser', () => {
    for (const name of checks) {
      const source = checkSourceOf(name, true);
      expect(en.practice.sources[source]).not.toBe('');
      const url = checkSources[source];
      if (url !== null) expect(checkExternalLink(url)).toBe(url);
    }
  });

  it('name every fault of an answer in both languages', () => {
    const kinds = answerFaultSchema.options.map(({ shape }) => shape.kind.value);
    for (const { practice } of [en, zh]) {
      expect(Object.keys(practice.faults.answers).toSorted()).toEqual([...kinds].toSorted());
    }
  });
});
