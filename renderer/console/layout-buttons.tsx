import { Columns2, PanelLeft, Rows2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPanelSize, usePanelSize } from '../app/panel-sizes.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { chooseArrangement, sideSizeName, useConsoleLayout } from './console-layout.ts';

/** What stands where: the endpoints or the history shown or not, the answer beside the request or below it. */
export function LayoutButtons() {
  const { t } = useTranslation('console');
  const { arrangement, canChoose, isNarrow } = useConsoleLayout();
  const name = sideSizeName(isNarrow);
  const size = usePanelSize(name);
  const before = useRef<number | null>(null);
  const isHidden = size === 0;
  useEffect(() => {
    if (!isHidden) before.current = size;
  }, [isHidden, size]);
  const sideLabel = t(isHidden ? 'layout.showSide' : 'layout.hideSide');
  const other = arrangement === 'columns' ? 'rows' : 'columns';
  const Icon = other === 'columns' ? Columns2 : Rows2;
  return (
    <>
      <Tooltip text={sideLabel}>
        <Button
          look="ghost"
          square
          aria-label={sideLabel}
          onPress={() => keepPanelSize(name, isHidden ? before.current : 0)}
        >
          <PanelLeft size={15} strokeWidth={1.5} />
        </Button>
      </Tooltip>
      {canChoose && (
        <Tooltip text={t(`layout.${other}`)}>
          <Button
            look="ghost"
            square
            aria-label={t(`layout.${other}`)}
            onPress={() => chooseArrangement(other)}
          >
            <Icon size={15} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      )}
    </>
  );
}
