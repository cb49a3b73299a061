import { createApp } from 'vue';
import ExportedReplay from './ExportedReplay.vue';
import './styles/font.css';
import './styles/tokens.css';
import './styles/base.css';

// The script of an exported replay, which stands in one file with its game.
createApp(ExportedReplay).mount('#app');
