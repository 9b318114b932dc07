"""A paper → plain data for the templates of print: letters that fonts have, widths that texts need."""
