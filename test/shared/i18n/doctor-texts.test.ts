import { describe, expect, it } from 'vitest';
import { checkFindings, checkNames, checkStates, ownCauseCodes, seenLabels } from '../../../shared/doctor.ts';
import { doctorCausesEn } from '../../../shared/i18n/doctor-causes.en.ts';
import { doctorCausesZh } from '../../../shared/i18n/doctor-causes.zh.ts';
import { doctorTextsEn } from '../../../shared/i18n/doctor-texts.en.ts';
import { doctorTextsZh } from '../../../shared/i18n/doctor-texts.zh.ts';

const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

const all = (texts: object): readonly string[] =>
  Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : all(value)));

describe('the texts of the doctor', () => {
  it('name the same values in both languages', () => {
    for (const finding of checkFindings) {
      const [english, chinese] = [doctorTextsEn.findings[finding], doctorTextsZh.findings[finding]];
      expect([finding, parameters(chinese)]).toEqual([finding, parameters(english)]);
    }
    for (const code of ownCauseCodes) {
      const [english, chinese] = [doctorCausesEn[code], doctorCausesZh[code]];
      expect([code, parameters(chinese.what)]).toEqual([code, parameters(english.what)]);
      expect(parameters(english.why + english.todo + chinese.why + chinese.todo)).toEqual([]);
    }
  });

  it('are never empty, and none is left over', () => {
    for (const texts of [doctorTextsEn, doctorTextsZh, doctorCausesEn, doctorCausesZh]) {
      expect(all(texts).filter((text) => text.trim() === '')).toEqual([]);
    }
    for (const texts of [doctorTextsEn, doctorTextsZh]) {
      expect(Object.keys(texts.findings).toSorted()).toEqual(checkFindings.toSorted());
      expect(Object.keys(texts.checks)).toEqual([...checkNames]);
      expect(Object.keys(texts.states)).toEqual([...checkStates]);
      expect(Object.keys(texts.seen)).toEqual([...seenLabels]);
    }
  });

  it('use Chinese punctuation between Chinese characters', () => {
    const texts = [...all(doctorTextsZh), ...all(doctorCausesZh)];
    expect(texts.filter((text) => /[一-鿿][,;:?!]|[,;:?!][一-鿿]/.test(text))).toEqual([]);
  });
});
