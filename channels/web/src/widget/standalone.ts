import './chat';

// One script tag is enough on a page that does not place the element itself.
if (!document.querySelector('myropo-chat')) document.body.append(document.createElement('myropo-chat'));
