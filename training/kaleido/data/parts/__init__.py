"""Parts of drawings that can be coloured by themselves: hair, beards, eyes and clothes (docs/bundle.md, "Parts")."""
