"""What the words of the program mean: frozen values without files, clocks or databases."""
