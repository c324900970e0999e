// Made by scripts/fonts/convert.ts from clR6x8.pcf.gz; licence: ../LICENSE-clean.txt
import type { FontData } from '../font-data.ts';

export const data: FontData = {
  name: '6x8',
  width: 6,
  height: 8,
  ascent: 7,
  ranges: '20-7e',
  glyphs: 'AIgQIkCUgASr8q/KgIk+pOi3okCxZhRJFOHAnUEirSmwIkiACDCiEKDAoSIhIoQESrOqxIBEX4iABESBfgAERAgoSIkJ1GnVs0Z0CJMiBAnUYMKJIvwJ1GDGg0Z0CMlL8KPAv0L0FRnQI0iheop0C/RgwkRAnUU6inQJ1FPgwpkBEQERAREBESEOZwmQ4AvwL8AcJkOZwgJ1GDCiQIkCdRrq1CdAiSqK/RQL1Feor0CdRoFGdAuUqJSuQL9BeoL8C/QXqBAnUaFOinwKJfokC/EC/AjwSinQKNKpYqUqMCgC/Ao26qiQKNlVpqMCdRCdAvUV6gQJ1EJ0O9RXqlKjAnUaE6DRnQL8QECiCdAokpEQKJVW6MCilRJVFAopUQQL8GFEkUL8CPECPAkIiEgrkQLkCJKowAA/wIkKAAn0VObAoL1EvQCfQJ8CCn0SfAJ1G/QnQI8i9IEAn0U+DOoL1EQIkCZEJ0CFAnQhcoKVSxUpQJkQJ0AtVSjAK1miQCdRJ0AvUS9QJ9EnwStYoEAn0J0G9AiL8QhwCiU5sAtykRAKNUlQCjKiSqMAok+DOL8KJIvwIMJEhIMCIBAoSESQoQJFWFAA',
};
