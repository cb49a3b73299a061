import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** Imports run down only: pages, components, composables; then feed, api, map, replay; then game. */
const below = (folder, forbidden) => ({
  files: [`src/${folder}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message: `${folder}/ stands below this.` }] }],
  },
});

const vueParts = ['**/pages/**', '**/components/**', '**/composables/**', 'vue', 'vue-router', '*.vue'];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/api/generated/**'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/no-v-html': 'error',
    },
  },
  below('game', [...vueParts, '**/feed/**', '**/map/**', '**/api/*', '!**/api/generated', '**/replay/**', '**/texts/**']),
  below('feed', [...vueParts, '**/map/**', '**/texts/**']),
  below('replay', [...vueParts, '**/map/**', '**/texts/**']),
  below('map', [...vueParts, '**/feed/**', '**/api/**', '**/texts/**']),
  below('api', [...vueParts, '**/map/**']),
  below('texts', [...vueParts]),
);
