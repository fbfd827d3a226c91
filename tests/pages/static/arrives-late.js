// Does nothing: what stands below it in the page comes half a second after what stands above.
