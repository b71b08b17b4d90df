import { describe, expect, test } from 'vitest';
import { decodeFound } from '../../../shared/jwt/decode-found.ts';
import { findTokens } from '../../../shared/jwt/find-tokens.ts';
import { damagedTokens } from '../../fixtures/jwt/damaged-tokens.ts';
import { inShort } from '../../fixtures/jwt/in-short.ts';
import { pastes } from '../../fixtures/jwt/pastes.ts';
import { rfcExamples } from '../../fixtures/jwt/rfc-corpus.ts';

describe('the corpora', () => {
  test.each(pastes)('finds the tokens in: $name', ({ text, tokens }) => {
    const { tokens: found } = findTokens(text);
    expect(found.map((place) => place.text)).toEqual(tokens.map(({ token }) => token));
    const codes = found.map((place) => decodeFound(place).findings.map(({ code }) => code));
    expect(codes).toEqual(tokens.map((expected) => expected.codes));
    for (const { start, end } of found) {
      expect(text.slice(start, start + 1)).toMatch(/[eｅ]/);
      expect(text.slice(end - 1, end)).toMatch(/[A-Za-z0-9._*…！-～-]/);
    }
  });

  test.each(damagedTokens)('names what is wrong: $name', ({ token, findings }) => {
    const { tokens: found } = findTokens(token);
    expect(found.map(({ text }) => text)).toEqual([token]);
    expect(found.flatMap((place) => decodeFound(place).findings.map(inShort))).toEqual(findings);
  });

  test.each(rfcExamples)('takes apart: $source', ({ token, format, codes }) => {
    const decoded = findTokens(token).tokens.map(decodeFound);
    expect(decoded).toMatchObject([{ format, text: token }]);
    expect(decoded[0]?.findings.map(({ code }) => code)).toEqual(codes);
  });
});
