import { useTranslation } from 'react-i18next';
import { signingAlgorithms } from '../../../shared/jwt/signing-algorithms.ts';
import { Choice } from '../../ui/choice.tsx';
import { changeMembers, removeClaim } from './build-store.ts';
import { type Draft, memberText, type ReadableDraft } from './draft.ts';
import { JtiField } from './jti-field.tsx';
import { KeyField } from './key-field.tsx';
import { MemberField } from './member-field.tsx';
import { TimesFields } from './times-fields.tsx';

interface Props {
  readonly draft: Draft;
  readonly read: ReadableDraft;
  readonly isLocked: { readonly header: boolean; readonly payload: boolean };
}

const claims = ['iss', 'sub', 'aud'] as const;
const neverWrong = () => false;

function setClaim(name: string, text: string): void {
  changeMembers(name, [{ segment: 'payload', path: [name], value: JSON.stringify(text) }]);
}

/** The algorithm, the key, and the claims that most JWTs have; everything else is written in the JSON. */
export function FreeForm({ draft, read, isLocked }: Props) {
  const { t } = useTranslation('build');
  const alg = memberText(read, 'header', ['alg']).text;
  const field = (name: string) => {
    const { text, kind } = memberText(read, 'payload', [name]);
    return {
      label: name,
      value: text,
      onChange: (typed: string) => setClaim(name, typed),
      onLeave: (left: string) => {
        if (left === '' && kind === 'text') removeClaim(name);
      },
      isLocked: isLocked.payload || kind === 'structure',
    };
  };
  return (
    <>
      <Choice
        label="alg"
        isRow
        value={signingAlgorithms.find((name) => name === alg) ?? ''}
        placeholder={alg}
        isDisabled={isLocked.header}
        options={signingAlgorithms.map((value) => ({
          value,
          label: value,
          detail: t(`algorithms.${value}`),
        }))}
        onChange={(value) =>
          changeMembers('alg', [{ segment: 'header', path: ['alg'], value: JSON.stringify(value) }])
        }
      />
      <KeyField draft={draft} read={read} isLocked={isLocked.header} isWrong={false} />
      {claims.map((name) => (
        <MemberField key={name} {...field(name)} />
      ))}
      <TimesFields draft={draft} read={read} isLocked={isLocked.payload} isWrong={neverWrong} />
      <JtiField read={read} isLocked={isLocked.payload} />
    </>
  );
}
