import type { CliTextKey } from '../../shared/i18n/cli-texts.en.ts';
import type { TextParams } from '../../shared/i18n/fill-text.ts';

/** The command line cannot be carried out as it was typed; the text is chosen by `textKey`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly textKey: CliTextKey;
  readonly params: TextParams;

  constructor(textKey: CliTextKey, params: TextParams = {}) {
    super(textKey);
    this.textKey = textKey;
    this.params = params;
  }
}
