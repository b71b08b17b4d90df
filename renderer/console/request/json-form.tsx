import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointBody } from '../../../shared/coze/endpoints.ts';
import { membersOf } from '../../../shared/json/json-members.ts';
import type { VariableLookup } from '../variables/variables-store.ts';
import { fieldText } from './body-field.ts';
import { changeBodyMember, readBody } from './body-text.ts';
import styles from './body-view.module.css';
import { changeBody } from './change-body.ts';
import { JsonField } from './json-field.tsx';
import { discardRefused } from './refused-fields.ts';
import { type BodyDraft, withJson } from './request-draft.ts';

interface Props {
  readonly body: BodyDraft;
  readonly fields: EndpointBody['fields'];
  readonly lookup: VariableLookup;
  /** The JSON cannot be read: what it last said is shown. */
  readonly isLocked: boolean;
}

function withMember(body: BodyDraft, name: string, value: string | null): BodyDraft {
  const text = body.json.trim() === '' ? '{}' : body.json;
  const json = changeBodyMember(text, name, value);
  return json === body.json ? body : withJson(body, json);
}

/**
 * The documented members of the body, a field each. Members that are not documented stay in the JSON. Text that was refused
 * goes as soon as the JSON is changed elsewhere.
 */
export function JsonForm({ body, fields, lookup, isLocked }: Props) {
  const { t } = useTranslation('request');
  const written = useRef(body.json);
  useEffect(() => {
    if (body.json !== written.current) discardRefused();
    written.current = body.json;
  }, [body.json]);
  const setMember = (name: string, value: string | null) =>
    changeBody(`field ${name}`, (now) => {
      const next = withMember(now, name, value);
      written.current = next.json;
      return next;
    });
  const reading = readBody(body.readable);
  const documented = new Set(fields.map(({ name }) => name));
  const others = reading.tree
    ? membersOf(reading.tree)
        .map(({ name }) => name)
        .filter((name) => !documented.has(name))
    : [];
  return (
    <>
      {fields.map((parameter) => (
        <JsonField
          key={parameter.name}
          parameter={parameter}
          field={fieldText(reading, parameter.name)}
          onChange={(value) => setMember(parameter.name, value)}
          lookup={lookup}
          isLocked={isLocked}
        />
      ))}
      {others.length > 0 && (
        <p className={styles.others}>{t('alsoInJson', { names: [...new Set(others)].join(', ') })}</p>
      )}
    </>
  );
}
