export default { name: 'new', apiVersion: 2 };
