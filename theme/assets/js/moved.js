/* Leads from a former address to the new one and takes the place on the page along: #m-36. */
location.replace(document.currentScript.dataset.target + location.search + location.hash);
