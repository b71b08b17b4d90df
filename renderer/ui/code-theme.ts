import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const codeTheme = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'transparent',
    color: 'var(--ink)',
    fontSize: 'var(--text-secondary)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--mint)' },
  '.cm-line': { padding: '0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--mint)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: 'none',
    color: 'var(--ink-3)',
    userSelect: 'none',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '28px', fontVariantNumeric: 'tabular-nums' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'default', width: '14px' },
  '.cm-placeholder': { color: 'var(--ink-3)', fontFamily: 'var(--font-ui)' },
  '.cm-foldPlaceholder': {
    background: 'var(--hover)',
    border: 'none',
    color: 'var(--ink-2)',
    padding: '0 4px',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--mint-soft)' },
  '.cm-jwt-header': { color: 'var(--jwt-header)' },
  '.cm-jwt-payload': { color: 'var(--jwt-payload)' },
  '.cm-jwt-signature': { color: 'var(--jwt-signature)' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panels input, .cm-panels button': { fontFamily: 'var(--font-ui)', fontSize: 'var(--text-secondary)' },
  '.cm-gutter-lint': { width: '14px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '6px 0 0' },
  '.cm-gutter-lint .cm-lint-marker': {
    content: '""',
    width: '7px',
    height: '7px',
    margin: '0 auto',
    borderRadius: '50%',
    backgroundColor: 'var(--blue)',
  },
  '.cm-gutter-lint .cm-lint-marker-error': { backgroundColor: 'var(--red)' },
  '.cm-gutter-lint .cm-lint-marker-warning': {
    backgroundColor: 'var(--amber)',
    borderRadius: '1px',
    transform: 'rotate(45deg)',
  },
  '.cm-lintRange': { backgroundImage: 'none', textDecoration: 'underline 1px', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--red)', textDecorationStyle: 'wavy' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--amber)', textDecorationStyle: 'wavy' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--blue)', textDecorationStyle: 'dotted' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--float)',
    color: 'var(--ink)',
    fontSize: 'var(--text-secondary)',
    maxWidth: '420px',
  },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--font-ui)', borderLeft: 'none' },
  '.cm-searchMatch': { backgroundColor: 'var(--amber-soft)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mint-soft)', outline: '1px solid var(--mint)' },
});

export const codeColours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.string, color: 'var(--mint)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--blue)' },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: 'var(--ink-2)' },
  { tag: tags.invalid, color: 'var(--red)' },
]);
