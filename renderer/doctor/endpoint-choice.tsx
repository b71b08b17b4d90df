import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { callableEndpoints as callable } from './callable-endpoints.ts';
import { chooseEndpoint, useDoctorStore } from './doctor-store.ts';
import styles from './endpoint-choice.module.css';
import { findEndpoints } from './find-endpoints.ts';

/** The call that the person has in mind, found by name in either language, path, address or permission; none is fine. */
export function EndpointChoice() {
  const { t, i18n } = useTranslation('doctor');
  const endpointId = useDoctorStore((state) => state.endpointId);
  const nameOf = (endpoint: Endpoint) => (i18n.language === 'zh' ? endpoint.name_zh : endpoint.name_en);
  const chosen = callable.find(({ id }) => id === endpointId);
  const chosenName = chosen === undefined ? '' : nameOf(chosen);
  const [text, setText] = useState(chosenName);
  const found = useMemo(() => {
    if (text === chosenName) return callable;
    return findEndpoints(text, callable);
  }, [text, chosenName]);
  return (
    <ComboBox
      items={found}
      inputValue={text}
      onInputChange={(value) => {
        setText(value);
        if (value === '') chooseEndpoint(null);
      }}
      selectedKey={endpointId}
      onSelectionChange={(id) => {
        const endpoint = callable.find((candidate) => candidate.id === id);
        chooseEndpoint(endpoint?.id ?? null);
        setText(endpoint === undefined ? '' : nameOf(endpoint));
      }}
      allowsEmptyCollection
      className={styles.field ?? ''}
    >
      <Label className={styles.label ?? ''}>{t('endpoint')}</Label>
      <div className={styles.box}>
        <Input placeholder={t('anyEndpoint')} spellCheck={false} className={styles.input ?? ''} />
        <Button aria-label={t('showEndpoints')} className={styles.arrow ?? ''}>
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </Button>
      </div>
      <Text slot="description" elementType="div" className={styles.note ?? ''}>
        {chosen === undefined ? t('endpointHint') : `${chosen.method} ${chosen.path}`}
      </Text>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''} renderEmptyState={() => <p>{t('noEndpoint')}</p>}>
          {(endpoint: Endpoint) => (
            <ListBoxItem id={endpoint.id} textValue={nameOf(endpoint)} className={styles.item ?? ''}>
              <Text slot="label">{nameOf(endpoint)}</Text>
              <Text slot="description" className={styles.path ?? ''}>
                {endpoint.method} {endpoint.path}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
