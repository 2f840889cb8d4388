export default {
	title: "Ropewalk",
	url: "https://ropewalk.example/",
	language: "en",
	description: "Knots and what they hold",
	author: {
		name: "Tam Orrin",
		url: "https://ropewalk.example/about-me/"
	}
}
