import { createApp } from 'vue';
import App from './App.vue';
import { takeLoginOutcome } from './composables/loginOutcome';
import { newRouter } from './router';
import './styles/font.css';
import './styles/tokens.css';
import './styles/base.css';

// First, because the router keeps the address that it finds.
const loginOutcome = takeLoginOutcome();

createApp(App, { loginOutcome }).use(newRouter()).mount('#app');
