/** The controls of vscode-elements that the views use, each made in one call. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { VscodeToolbarButton } from '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { element } from './dom.ts';

export interface Option {
  value: string;
  label: string;
  description?: string;
}

/** A drop-down list. With `searchable` it can be typed into. */
export class Select {
  readonly element: VscodeSingleSelect;
  #shown = '';

  constructor(label: string, changed: (value: string) => void, { searchable = false } = {}) {
    this.element = element('vscode-single-select', { label, combobox: searchable, title: label });
    this.element.filter = 'contains';
    this.element.addEventListener('change', () => changed(this.element.value));
  }

  /** Shows the options with one chosen; the first, where none has the value. */
  show(options: Option[], value: string): void {
    const chosen = options.some((option) => option.value === value) ? value : (options[0]?.value ?? '');
    const shown = JSON.stringify([options, chosen]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.options = options.map((option) => ({
      description: '',
      disabled: false,
      ...option,
      selected: option.value === chosen,
    }));
    this.element.value = chosen;
    this.element.classList.toggle('chosen', chosen !== (options[0]?.value ?? ''));
  }
}

/** A field to search in; what is typed comes once typing pauses. */
export class Search {
  readonly element: VscodeTextfield;
  #timer = 0;

  constructor(label: string, changed: (words: string) => void) {
    this.element = element('vscode-textfield', { label, placeholder: label, class: 'search', type: 'search' });
    this.element.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => changed(this.element.value), 120);
    });
  }

  show(words: string): void {
    if (this.element.value !== words) this.element.value = words;
  }
}

/** A button that is on or off. */
export class Toggle {
  readonly element: VscodeToolbarButton;

  constructor(label: string, changed: (isOn: boolean) => void, ...children: (Node | string)[]) {
    this.element = element(
      'vscode-toolbar-button',
      { toggleable: true, label, title: label, class: 'toggle' },
      ...children,
    );
    this.element.addEventListener('change', () => changed(this.element.checked));
  }

  show(isOn: boolean): void {
    this.element.checked = isOn;
  }
}

export function button(label: string, pressed: () => void): HTMLElement {
  const made = element('vscode-button', { secondary: true }, label);
  made.addEventListener('click', pressed);
  return made;
}
