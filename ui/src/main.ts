import './style/base.css';
import { mount } from 'svelte';
import App from './App.svelte';

const place = document.getElementById('app');
if (place !== null) mount(App, { target: place });
