import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder as placeholderText,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import styles from './code-editor.module.css';
import type { CodeEditorProps } from './code-editor-props.ts';
import { codeColours, codeTheme } from './code-theme.ts';
import { difference, lineFeedsOnly } from './text-difference.ts';
import { tokenColours } from './token-colours.ts';
import { variableMarks } from './variable-marks.ts';

function languageExtensions(language: CodeEditorProps['language'], gutters: boolean): Extension {
  const rows: Extension = gutters ? [lineNumbers(), foldGutter({ openText: '▾', closedText: '▸' })] : [];
  switch (language) {
    case 'json':
      return [json(), bracketMatching(), rows];
    case 'token':
      return [tokenColours, rows];
    case 'text':
      return rows;
  }
}

function cspNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.content || '';
}

export function CodeMirror({
  label,
  value: given,
  onChange,
  language,
  placeholder = '',
  gutters,
  isInvalid = false,
  marks,
  undoOutside = false,
  variables,
}: CodeEditorProps) {
  const value = lineFeedsOnly(given);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  const current = useRef(value);
  current.current = value;
  const attributes = useRef(new Compartment());
  const variablesShown = useRef(new Compartment());
  const readOnly = onChange === undefined;
  const hasMarks = marks !== undefined;
  const withGutters = gutters ?? language === 'json';

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: current.current,
        extensions: [
          EditorView.cspNonce.of(cspNonce()),
          undoOutside ? [] : history(),
          highlightSpecialChars(),
          keymap.of([
            ...searchKeymap,
            ...(undoOutside ? [] : historyKeymap),
            ...foldKeymap,
            ...defaultKeymap,
          ]),
          search({ top: true }),
          EditorView.lineWrapping,
          languageExtensions(language, withGutters),
          hasMarks ? lintGutter() : [],
          syntaxHighlighting(codeColours),
          codeTheme,
          placeholderText(placeholder),
          readOnly ? EditorState.readOnly.of(true) : [],
          attributes.current.of([]),
          variablesShown.current.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [language, withGutters, readOnly, placeholder, hasMarks, undoOutside]);

  useEffect(() => {
    view.current?.dispatch({
      effects: attributes.current.reconfigure(
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-invalid': String(isInvalid),
          tabindex: '0',
        }),
      ),
    });
  }, [label, isInvalid]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor that was made anew has to be told again
  useEffect(() => {
    const shown = variables === undefined ? [] : variableMarks(variables);
    view.current?.dispatch({ effects: variablesShown.current.reconfigure(shown) });
  }, [variables, language, withGutters, readOnly, placeholder, hasMarks, undoOutside]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: difference(editor.state.doc.toString(), value) });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || marks === undefined) return;
    const { length } = editor.state.doc;
    const inText = marks.filter(({ to }) => to <= length);
    editor.dispatch(setDiagnostics(editor.state, [...inText]));
  }, [marks]);

  return <div ref={host} className={styles.host} />;
}
