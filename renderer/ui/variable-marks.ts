import type { Extension } from '@codemirror/state';
import { Decoration, hoverTooltip, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { CodeVariables } from './code-editor-props.ts';

const pattern = /\{\{\s*([\p{L}_][\p{L}\p{N}_.-]{0,63})\s*\}\}/gu;

const set = Decoration.mark({ class: 'cm-variable' });
const unset = Decoration.mark({ class: 'cm-variable cm-variable-unset' });

/** Makes `{{variables}}` stand out, and says their values while the pointer is on them. */
export function variableMarks({ isSet, say }: CodeVariables): Extension {
  const decorator = new MatchDecorator({
    regexp: pattern,
    decoration: (match) => (isSet(match[1] ?? '') ? set : unset),
  });
  const marks = ViewPlugin.define(
    (view) => ({
      decorations: decorator.createDeco(view),
      update(update: ViewUpdate) {
        this.decorations = decorator.updateDeco(update, this.decorations);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  );
  const values = hoverTooltip((view, place) => {
    const line = view.state.doc.lineAt(place);
    const match = [...line.text.matchAll(pattern)].find(
      ({ index, 0: whole }) => line.from + index <= place && place <= line.from + index + whole.length,
    );
    const said = match === undefined ? null : say(match[1] ?? '');
    if (match === undefined || said === null) return null;
    return {
      pos: line.from + match.index,
      end: line.from + match.index + match[0].length,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-variable-value';
        dom.textContent = said;
        return { dom };
      },
    };
  });
  return [marks, values];
}
