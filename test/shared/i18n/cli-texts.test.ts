import { expect, test } from 'vitest';
import { type CliTextKey, cliTextsEn } from '../../../shared/i18n/cli-texts.en.ts';
import { cliTextsZh } from '../../../shared/i18n/cli-texts.zh.ts';

const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z0-9-]*/g))].toSorted();

test.each(Object.keys(cliTextsEn) as CliTextKey[])(
  '%s mentions the same parameters and options in both languages',
  (key) => {
    expect(params(cliTextsZh[key])).toEqual(params(cliTextsEn[key]));
    expect(optionsIn(cliTextsZh[key])).toEqual(optionsIn(cliTextsEn[key]));
  },
);
