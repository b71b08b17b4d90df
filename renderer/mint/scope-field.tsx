import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './mint-screen.module.css';

/** The documentation's own example (OAuth JWT 授权（渠道场景）, Scope object). */
const example = {
  account_permission: { permission_list: ['Connector.botChat'] },
  attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: ['bot_id_1'] } },
};

interface Props {
  readonly app: OAuthApp;
  readonly value: string;
  readonly wrong: 'shape' | 'digits' | null;
  readonly onChange: (value: string) => void;
}

export function ScopeField({ app, value, wrong, onChange }: Props) {
  const { t } = useTranslation('mint');
  const filled = value.trim() !== '';
  return (
    <div>
      <Field
        label={t('scope')}
        mono
        rows={filled ? 9 : 2}
        value={value}
        onChange={onChange}
        hint={t('scopeHint')}
        problem={wrong ? t(wrong === 'digits' ? 'scopeDigits' : 'scopeProblem') : undefined}
        warning={filled && app.variant.kind !== 'channel' ? t('scopeNoEffect') : undefined}
      />
      {!filled && (
        <div className={styles.example}>
          <Button look="ghost" onPress={() => onChange(JSON.stringify(example, null, 2))}>
            {t('scopeExample')}
          </Button>
        </div>
      )}
    </div>
  );
}
