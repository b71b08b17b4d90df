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
import type { CodeEditorProps, CodeVariables } from './code-editor-props.ts';
import { codeColours, codeTheme } from './code-theme.ts';
import { plainTyping } from './plain-typing.ts';
import { difference, lineFeedsOnly } from './text-difference.ts';
import { tokenColours } from './token-colours.ts';
import { variableMarks } from './variable-marks.ts';

/** Full lines: a token has no words, and its hyphens are no place to break it at. */
const evenLines = EditorView.theme({ '.cm-lineWrapping': { wordBreak: 'break-all' } });

function languageExtensions(language: CodeEditorProps['language'], gutters: boolean): Extension {
  const rows: Extension = gutters ? [lineNumbers(), foldGutter({ openText: '▾', closedText: '▸' })] : [];
  switch (language) {
    case 'json':
      return [json(), bracketMatching(), rows];
    case 'token':
      return [tokenColours, evenLines, rows];
    case 'text':
      return rows;
  }
}

function cspNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.content || '';
}

function contentAttributes(label: string, isInvalid: boolean): Extension {
  return EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-invalid': String(isInvalid),
    tabindex: '0',
  });
}

const marksOf = (variables: CodeVariables | undefined) =>
  variables === undefined ? [] : variableMarks(variables);

function showMarks(editor: EditorView, marks: CodeEditorProps['marks']): void {
  if (marks === undefined) return;
  const { length } = editor.state.doc;
  const inText = marks.filter(({ to }) => to <= length);
  editor.dispatch(setDiagnostics(editor.state, [...inText]));
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
  const current = useRef({ value, label, isInvalid, variables, marks });
  current.current = { value, label, isInvalid, variables, marks };
  const attributes = useRef(new Compartment());
  const variablesShown = useRef(new Compartment());
  const readOnly = onChange === undefined;
  const hasMarks = marks !== undefined;
  const withGutters = gutters ?? language === 'json';

  useEffect(() => {
    if (!host.current) return;
    const { value, label, isInvalid, variables, marks } = current.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          EditorView.cspNonce.of(cspNonce()),
          undoOutside ? [] : history(),
          plainTyping,
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
          attributes.current.of(contentAttributes(label, isInvalid)),
          variablesShown.current.of(marksOf(variables)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    showMarks(editor, marks);
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [language, withGutters, readOnly, placeholder, hasMarks, undoOutside]);

  useEffect(() => {
    view.current?.dispatch({
      effects: attributes.current.reconfigure(contentAttributes(label, isInvalid)),
    });
  }, [label, isInvalid]);

  useEffect(() => {
    view.current?.dispatch({ effects: variablesShown.current.reconfigure(marksOf(variables)) });
  }, [variables]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: difference(editor.state.doc.toString(), value) });
  }, [value]);

  useEffect(() => {
    if (view.current) showMarks(view.current, marks);
  }, [marks]);

  return <div ref={host} className={styles.host} />;
}
