"""One module for each section of the codebook: what an entry of it may say."""
